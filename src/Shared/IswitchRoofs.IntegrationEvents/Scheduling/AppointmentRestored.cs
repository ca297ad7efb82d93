namespace IswitchRoofs.IntegrationEvents.Scheduling;

/// <summary>An appointment came back from the trash.</summary>
public sealed record AppointmentRestored(
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
