namespace IswitchRoofs.IntegrationEvents.Scheduling;

/// <summary>An appointment was booked.</summary>
public sealed record AppointmentScheduled(
    Guid EventId,
    DateTimeOffset OccurredAt,
    Guid AppointmentId,
    string AppointmentType,
    string Title,
    string Status,
    Guid? CustomerId,
    Guid? LeadId,
    Guid? ProjectId,
    Guid AssignedTo,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    Guid? BookedBy) : IIntegrationEvent;
