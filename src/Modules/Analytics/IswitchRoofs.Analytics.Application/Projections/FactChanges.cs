using IswitchRoofs.Analytics.Domain.Kpis;
using IswitchRoofs.IntegrationEvents;
using IswitchRoofs.IntegrationEvents.Leads;
using IswitchRoofs.IntegrationEvents.Projects;
using IswitchRoofs.IntegrationEvents.Scheduling;
using IswitchRoofs.Shared.Application;

namespace IswitchRoofs.Analytics.Application.Projections;

/// <summary>Reads events: the same way when they arrive and when the log is replayed.</summary>
public sealed class FactChanges(ICompanyClock clock)
{
    /// <returns>Nothing when the event only goes to the log; of an imported file one for each lead.</returns>
    public IEnumerable<FactChange> AllOf(IIntegrationEvent integrationEvent) => integrationEvent switch
    {
        LeadsImported e => [.. e.Created.Select(l => Imported(l, e.EventId, e.OccurredAt, isNew: true)), .. e.Updated.Select(l => Imported(l, e.EventId, e.OccurredAt, isNew: false))],
        LeadsImportUndone e =>
        [
            .. e.DeletedLeadIds.Select(id => new LeadFactChange(id, e.EventId, e.OccurredAt) { IsDeleted = true }),
            .. e.Restored.Select(l => Imported(l, e.EventId, e.OccurredAt, isNew: false)),
        ],
        _ => Of(integrationEvent) is { } change ? [change] : [],
    };

    /// <returns>Null when the event only goes to the log.</returns>
    public FactChange? Of(IIntegrationEvent integrationEvent) => integrationEvent switch
    {
        LeadCreated e => new LeadFactChange(e.LeadId, e.EventId, e.OccurredAt)
        {
            Facts = new LeadFacts(e.Source, e.Score, e.Temperature, e.ProjectType, e.EstimatedValue, e.AssigneeId),
            Status = e.Status,
            CapturedAt = e.OccurredAt,
            CapturedDay = clock.DayOf(e.OccurredAt),
            Stage = Pipeline.StageOf(e.Status),
            ReachedAt = e.OccurredAt,
        },
        LeadUpdated e => new LeadFactChange(e.LeadId, e.EventId, e.OccurredAt)
        {
            Facts = new LeadFacts(e.Source, e.Score, e.Temperature, e.ProjectType, e.EstimatedValue, e.AssigneeId),
            Status = e.Status,
            Stage = Pipeline.StageOf(e.Status),
        },
        LeadsRescored e => new ManyLeadFactChanges(
            e.EventId, e.OccurredAt, [.. e.Leads.Select(l => (l.LeadId, new LeadFacts(l.Source, l.Score, l.Temperature, l.ProjectType, l.EstimatedValue, l.AssigneeId)))]),
        LeadStatusChanged e => new LeadFactChange(e.LeadId, e.EventId, e.OccurredAt)
        {
            Status = e.ToStatus,
            Stage = Pipeline.StageOf(e.ToStatus),
            ReachedAt = e.OccurredAt,
        },
        LeadDeleted e => new LeadFactChange(e.LeadId, e.EventId, e.OccurredAt) { IsDeleted = true },
        LeadRestored e => new LeadFactChange(e.LeadId, e.EventId, e.OccurredAt) { IsDeleted = false },

        ProjectCreated e => new ProjectFactChange(e.ProjectId, e.EventId, e.OccurredAt)
        {
            OpenedAt = e.OccurredAt,
            Facts = new ProjectFacts(e.CustomerId, e.ProjectType, e.Status, e.Budget, e.ActualCost, e.ContractValue, e.EndDate, CompletedOn(e.Status, e.ActualEndDate, e.OccurredAt)),
        },
        ProjectUpdated e => new ProjectFactChange(e.ProjectId, e.EventId, e.OccurredAt)
        {
            Facts = new ProjectFacts(e.CustomerId, e.ProjectType, e.Status, e.Budget, e.ActualCost, e.ContractValue, e.EndDate, CompletedOn(e.Status, e.ActualEndDate, e.OccurredAt)),
        },
        ProjectStatusChanged e => new ProjectFactChange(e.ProjectId, e.EventId, e.OccurredAt)
        {
            Facts = new ProjectFacts(e.CustomerId, e.ProjectType, e.Status, e.Budget, e.ActualCost, e.ContractValue, e.EndDate, CompletedOn(e.Status, e.ActualEndDate, e.OccurredAt)),
        },
        ProjectDeleted e => new ProjectFactChange(e.ProjectId, e.EventId, e.OccurredAt) { IsDeleted = true },
        ProjectRestored e => new ProjectFactChange(e.ProjectId, e.EventId, e.OccurredAt) { IsDeleted = false },

        AppointmentScheduled e => new AppointmentFactChange(e.AppointmentId, e.EventId, e.OccurredAt)
        {
            Facts = new AppointmentFacts(e.AppointmentType, e.Status, e.AssignedTo, e.StartsAt, clock.DayOf(e.StartsAt)),
        },
        AppointmentUpdated e => new AppointmentFactChange(e.AppointmentId, e.EventId, e.OccurredAt)
        {
            Facts = new AppointmentFacts(e.AppointmentType, e.Status, e.AssignedTo, e.StartsAt, clock.DayOf(e.StartsAt)),
        },
        AppointmentCancelled e => new AppointmentFactChange(e.AppointmentId, e.EventId, e.OccurredAt)
        {
            Facts = new AppointmentFacts(e.AppointmentType, e.Status, e.AssignedTo, e.StartsAt, clock.DayOf(e.StartsAt)),
        },
        AppointmentRestored e => new AppointmentFactChange(e.AppointmentId, e.EventId, e.OccurredAt)
        {
            IsDeleted = false,
            Facts = new AppointmentFacts(e.AppointmentType, e.Status, e.AssignedTo, e.StartsAt, clock.DayOf(e.StartsAt)),
        },
        AppointmentDeleted e => new AppointmentFactChange(e.AppointmentId, e.EventId, e.OccurredAt) { IsDeleted = true },
        _ => null,
    };

    private LeadFactChange Imported(ImportedLead lead, Guid eventId, DateTimeOffset at, bool isNew) => new(lead.LeadId, eventId, at)
    {
        Facts = new LeadFacts(lead.Source, lead.Score, lead.Temperature, lead.ProjectType, lead.EstimatedValue, lead.AssigneeId),
        Status = lead.Status,
        CapturedAt = isNew ? at : null,
        CapturedDay = isNew ? clock.DayOf(at) : null,
        Stage = Pipeline.StageOf(lead.Status),
        ReachedAt = isNew ? at : null,
    };

    private DateOnly? CompletedOn(string status, DateOnly? actualEnd, DateTimeOffset at) =>
        status is "completed" or "invoiced" or "paid" ? actualEnd ?? clock.DayOf(at) : null;
}
