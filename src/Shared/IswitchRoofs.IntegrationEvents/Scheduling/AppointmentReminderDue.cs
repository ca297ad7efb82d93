namespace IswitchRoofs.IntegrationEvents.Scheduling;

/// <summary>The time has come to remind of an appointment that still lies ahead.</summary>
public sealed record AppointmentReminderDue(
    Guid EventId,
    DateTimeOffset OccurredAt,
    Guid AppointmentId,
    string AppointmentType,
    string Title,
    Guid? CustomerId,
    Guid? LeadId,
    Guid? ProjectId,
    Guid AssignedTo,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    string? Location) : IIntegrationEvent;
