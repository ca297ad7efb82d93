using IswitchRoofs.IntegrationEvents;
using IswitchRoofs.IntegrationEvents.Projects;
using IswitchRoofs.Projects.Domain.Projects;
using IswitchRoofs.Shared.Application.Messaging;
using IswitchRoofs.SharedKernel.Domain;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Projects.Application;

public sealed class ProjectsEventMap : IIntegrationEventMap
{
    public string Module => "Projects";

    public IReadOnlyDictionary<string, Type> Aliases { get; } = new Dictionary<string, Type>
    {
        ["projects.project-created.v1"] = typeof(ProjectCreated),
        ["projects.project-updated.v1"] = typeof(ProjectUpdated),
        ["projects.project-status-changed.v1"] = typeof(ProjectStatusChanged),
        ["projects.project-deleted.v1"] = typeof(ProjectDeleted),
        ["projects.project-restored.v1"] = typeof(ProjectRestored),
    };

    public IIntegrationEvent? Map(IDomainEvent domainEvent) => domainEvent switch
    {
        ProjectOpened { Project: var p } e => new ProjectCreated(
            Uuid.New(e.OccurredAt), e.OccurredAt, p.Id.Value, p.CustomerId, p.Name, WireName.Of(p.ProjectType), WireName.Of(ProjectStatus.Planning),
            p.Budget, p.ActualCost, p.ContractValue, p.StartDate, p.EndDate, p.ActualEndDate, p.CompletionPercentage, p.AssignedTeam,
            p.ProjectManagerId, p.LeadId, p.CreatedBy),
        ProjectChanged { Project: var p } e => new ProjectUpdated(
            Uuid.New(e.OccurredAt), e.OccurredAt, p.Id.Value, p.CustomerId, p.Name, WireName.Of(p.ProjectType), WireName.Of(p.Status),
            p.Budget, p.ActualCost, p.ContractValue, p.StartDate, p.EndDate, p.ActualEndDate, p.CompletionPercentage, p.AssignedTeam,
            p.ProjectManagerId, p.LeadId),
        ProjectMoved { Project: var p } e => new ProjectStatusChanged(
            Uuid.New(e.OccurredAt), e.OccurredAt, p.Id.Value, p.CustomerId, p.Name, WireName.Of(p.ProjectType), WireName.Of(e.To),
            p.Budget, p.ActualCost, p.ContractValue, p.StartDate, p.EndDate, p.ActualEndDate, p.CompletionPercentage, p.AssignedTeam,
            p.ProjectManagerId, p.LeadId, WireName.Of(e.From), e.Reason, e.By),
        ProjectTrashed e => new ProjectDeleted(Uuid.New(e.OccurredAt), e.OccurredAt, e.ProjectId.Value, e.CustomerId),
        ProjectReturned e => new ProjectRestored(Uuid.New(e.OccurredAt), e.OccurredAt, e.ProjectId.Value, e.CustomerId),
        _ => null,
    };
}
