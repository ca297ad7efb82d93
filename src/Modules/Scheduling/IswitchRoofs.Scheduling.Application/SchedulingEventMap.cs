using IswitchRoofs.IntegrationEvents;
using IswitchRoofs.Scheduling.Domain.Appointments;
using IswitchRoofs.Shared.Application.Messaging;
using IswitchRoofs.SharedKernel.Domain;
using IswitchRoofs.SharedKernel.Results;
using Events = IswitchRoofs.IntegrationEvents.Scheduling;

namespace IswitchRoofs.Scheduling.Application;

public sealed class SchedulingEventMap : IIntegrationEventMap
{
    public string Module => "Scheduling";

    public IReadOnlyDictionary<string, Type> Aliases { get; } = new Dictionary<string, Type>
    {
        ["scheduling.appointment-scheduled.v1"] = typeof(Events.AppointmentScheduled),
        ["scheduling.appointment-updated.v1"] = typeof(Events.AppointmentUpdated),
        ["scheduling.appointment-cancelled.v1"] = typeof(Events.AppointmentCancelled),
        ["scheduling.appointment-reminder-due.v1"] = typeof(Events.AppointmentReminderDue),
        ["scheduling.appointment-deleted.v1"] = typeof(Events.AppointmentDeleted),
        ["scheduling.appointment-restored.v1"] = typeof(Events.AppointmentRestored),
    };

    public IIntegrationEvent? Map(IDomainEvent domainEvent) => domainEvent switch
    {
        AppointmentBooked { Appointment: var a } e => new Events.AppointmentScheduled(
            Uuid.New(e.OccurredAt), e.OccurredAt, a.Id.Value, WireName.Of(a.AppointmentType), a.Title, WireName.Of(a.Status),
            a.CustomerId, a.LeadId, a.ProjectId, a.AssignedTo, a.StartsAt, a.EndsAt, a.CreatedBy),
        AppointmentChanged { Appointment: var a } e => new Events.AppointmentUpdated(
            Uuid.New(e.OccurredAt), e.OccurredAt, a.Id.Value, WireName.Of(a.AppointmentType), a.Title, WireName.Of(a.Status),
            a.CustomerId, a.LeadId, a.ProjectId, a.AssignedTo, a.StartsAt, a.EndsAt),
        AppointmentCancelled { Appointment: var a } e => new Events.AppointmentCancelled(
            Uuid.New(e.OccurredAt), e.OccurredAt, a.Id.Value, WireName.Of(a.AppointmentType), a.Title, WireName.Of(a.Status),
            a.CustomerId, a.LeadId, a.ProjectId, a.AssignedTo, a.StartsAt, a.EndsAt, e.Reason, e.CancelledBy),
        AppointmentReminded { Appointment: var a } e => new Events.AppointmentReminderDue(
            Uuid.New(e.OccurredAt), e.OccurredAt, a.Id.Value, WireName.Of(a.AppointmentType), a.Title, a.CustomerId, a.LeadId, a.ProjectId,
            a.AssignedTo, a.StartsAt, a.EndsAt, a.Location),
        AppointmentTrashed e => new Events.AppointmentDeleted(Uuid.New(e.OccurredAt), e.OccurredAt, e.Id.Value),
        AppointmentRestored { Appointment: var a } e => new Events.AppointmentRestored(
            Uuid.New(e.OccurredAt), e.OccurredAt, a.Id.Value, WireName.Of(a.AppointmentType), a.Title, WireName.Of(a.Status),
            a.CustomerId, a.LeadId, a.ProjectId, a.AssignedTo, a.StartsAt, a.EndsAt),
        _ => null,
    };
}
