using IswitchRoofs.Projects.Domain.Projects;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Projects.Application.Projects;

/// <summary>P2 and P3: what a project earns and how it stands against its budget.</summary>
public sealed record GetProfitability(Guid Id);

/// <param name="ProfitClass"><c>excellent</c>, <c>good</c>, <c>fair</c>, <c>poor</c>; null without a margin.</param>
public sealed record Profitability(
    Guid ProjectId, decimal Cost, decimal Revenue, decimal GrossProfit, decimal? MarginPercent, decimal? RoiPercent, string? ProfitClass,
    decimal? Budget, decimal? BudgetVariance, bool IsOverBudget);

public sealed class GetProfitabilityHandler(IReadRepository<Project> projects, ICurrentUser user, ICompanyClock clock) : IUseCase
{
    public async Task<Result<Profitability>> HandleAsync(GetProfitability query, CancellationToken ct)
    {
        var scope = user.ScopeOf();
        if (scope.IsFailure) return scope.Error;
        var id = ProjectId.From(query.Id);
        var project = await projects.FirstOrDefaultAsync(new ProjectToShow(id, scope.Value, clock.Today), ct);
        if (project is null) return ProjectErrors.NotFound(id);
        var profit = Profit.Of(project.ActualCost, project.ContractValue, project.Budget);
        return new Profitability(
            query.Id, profit.Cost, profit.Revenue, profit.Gross, profit.MarginPercent, profit.RoiPercent,
            profit.Class is { } grade ? WireName.Of(grade) : null, project.Budget, project.BudgetVariance, project.IsOverBudget);
    }
}
