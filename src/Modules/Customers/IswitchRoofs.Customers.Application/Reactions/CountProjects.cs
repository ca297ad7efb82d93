using IswitchRoofs.Customers.Application.Customers;
using IswitchRoofs.Customers.Domain.Customers;
using IswitchRoofs.Customers.Domain.Projects;
using IswitchRoofs.IntegrationEvents.Projects;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Customers.Application.Reactions;

/// <summary>
/// Keeps lifetime value, project count, segment and status from what happens to projects (C1, C2, C3). Whoever calls
/// it lets one event of a customer in at a time: two at once would each miss the other's project.
/// </summary>
public sealed class CountProjects(IRepository<Customer> customers, IRepository<ProjectFact> facts, ICompanyClock clock) : IReaction
{
    public Task<Result> HandleAsync(ProjectCreated e, CancellationToken ct) =>
        LearnAsync(e.ProjectId, e.CustomerId, new ProjectState(e.Status, e.ContractValue, e.AssignedTeam, e.StartDate, e.ActualEndDate), e.OccurredAt, ct);

    public Task<Result> HandleAsync(ProjectUpdated e, CancellationToken ct) =>
        LearnAsync(e.ProjectId, e.CustomerId, new ProjectState(e.Status, e.ContractValue, e.AssignedTeam, e.StartDate, e.ActualEndDate), e.OccurredAt, ct);

    public Task<Result> HandleAsync(ProjectStatusChanged e, CancellationToken ct) =>
        LearnAsync(e.ProjectId, e.CustomerId, new ProjectState(e.Status, e.ContractValue, e.AssignedTeam, e.StartDate, e.ActualEndDate), e.OccurredAt, ct);

    public Task<Result> HandleAsync(ProjectDeleted e, CancellationToken ct) => MarkAsync(e.ProjectId, e.CustomerId, true, e.OccurredAt, ct);

    public Task<Result> HandleAsync(ProjectRestored e, CancellationToken ct) => MarkAsync(e.ProjectId, e.CustomerId, false, e.OccurredAt, ct);

    private async Task<Result> LearnAsync(Guid projectId, Guid customerId, ProjectState state, DateTimeOffset occurredAt, CancellationToken ct)
    {
        var fact = await FactAsync(projectId, customerId, ct);
        fact.Learn(state, clock.DayOf(occurredAt), occurredAt);
        await RecountAsync(fact, ct);
        return Result.Success();
    }

    private async Task<Result> MarkAsync(Guid projectId, Guid customerId, bool deleted, DateTimeOffset occurredAt, CancellationToken ct)
    {
        var fact = await FactAsync(projectId, customerId, ct);
        fact.MarkDeleted(deleted, clock.DayOf(occurredAt), occurredAt);
        await RecountAsync(fact, ct);
        return Result.Success();
    }

    private async Task<ProjectFact> FactAsync(Guid projectId, Guid customerId, CancellationToken ct)
    {
        if (await facts.FirstOrDefaultAsync(new FactOfProject(projectId), ct) is { } known) return known;
        var fact = ProjectFact.Of(projectId, customerId);
        facts.Add(fact);
        return fact;
    }

    private async Task RecountAsync(ProjectFact changed, CancellationToken ct)
    {
        // The changed one may be new and not in the database yet.
        var all = (await facts.ListAsync(new FactsOfCustomer(changed.CustomerId), ct)).Append(changed).DistinctBy(f => f.ProjectId).ToArray();
        var customer = await customers.FirstOrDefaultAsync(new CustomerEvenDeleted(CustomerId.From(changed.CustomerId)), ct);
        customer?.CountProjects(ProjectFigures.Of(all), clock.Today, clock.LastInteractionOf(customer), clock.Now);
    }
}
