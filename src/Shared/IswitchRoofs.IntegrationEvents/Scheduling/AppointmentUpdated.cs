namespace IswitchRoofs.IntegrationEvents.Scheduling;

/// <summary>An appointment's facts or status changed; carries its whole current state.</summary>
public sealed record AppointmentUpdated(
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
    DateTimeOffset EndsAt) : IIntegrationEvent;
