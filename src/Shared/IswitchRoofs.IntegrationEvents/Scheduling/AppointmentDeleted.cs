namespace IswitchRoofs.IntegrationEvents.Scheduling;

/// <summary>An appointment went to the trash.</summary>
public sealed record AppointmentDeleted(
    Guid EventId,
    DateTimeOffset OccurredAt,
    Guid AppointmentId) : IIntegrationEvent;
