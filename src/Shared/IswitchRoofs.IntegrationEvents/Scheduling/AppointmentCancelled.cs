namespace IswitchRoofs.IntegrationEvents.Scheduling;

/// <summary>An appointment will not take place.</summary>
public sealed record AppointmentCancelled(
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
    string Reason,
    Guid? CancelledBy) : IIntegrationEvent;
