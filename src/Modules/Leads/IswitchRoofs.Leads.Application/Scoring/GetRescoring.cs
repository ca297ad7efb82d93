using IswitchRoofs.Leads.Domain.Scoring;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Leads.Application.Scoring;

/// <summary>How far the leads are with the rules that were saved last (S12).</summary>
public sealed record GetRescoring;

/// <param name="State">waiting, running, done, or superseded by newer rules.</param>
/// <param name="Total">Open leads when it began.</param>
/// <param name="Changed">Leads with another score or temperature.</param>
/// <param name="ChangedBand">Those of them with another temperature.</param>
public sealed record RescoringProgress(
    int RulesVersion, string State, int Total, int Done, int Changed, int ChangedBand, Guid? RequestedBy, string RequestedByName,
    DateTimeOffset RequestedAt, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt)
{
    internal static RescoringProgress Of(Rescoring r) => new(
        r.RulesNumber, WireName.Of(r.State), r.Total, r.Done, r.Changed, r.ChangedBand, r.RequestedBy, r.RequestedByName, r.CreatedAt, r.StartedAt, r.FinishedAt);
}

/// <param name="Last">The latest; null while version 1 holds.</param>
public sealed record RescoringOverview(bool IsRunning, RescoringProgress? Last);

public sealed class GetRescoringHandler(IReadRepository<Rescoring> rescorings) : IUseCase
{
    public async Task<Result<RescoringOverview>> HandleAsync(GetRescoring request, CancellationToken ct)
    {
        var last = await rescorings.FirstOrDefaultAsync(new LatestRescoring(), ct);
        return new RescoringOverview(last?.State is RescoringState.Waiting or RescoringState.Running, last is null ? null : RescoringProgress.Of(last));
    }

    private sealed class LatestRescoring : Specification<Rescoring>
    {
        public LatestRescoring() => Query.OrderByDescending(r => r.RulesNumber).Take(1);
    }
}
