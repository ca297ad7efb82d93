namespace IswitchRoofs.Host.Areas.Scheduling.Api;

/// <summary>Body of <c>POST /api/appointments/{id}/reschedule</c>.</summary>
internal sealed record RescheduleRequest(DateTimeOffset? StartsAt, int? DurationMinutes, Guid? AssignedTo, bool? OutsideHours);

/// <summary>Body of <c>POST /api/appointments/{id}/cancel</c>.</summary>
internal sealed record CancelRequest(string? Reason);

/// <summary>Body of <c>POST /api/appointments/{id}/complete</c>.</summary>
internal sealed record CompleteRequest(string? OutcomeNotes);
