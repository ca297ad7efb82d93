using IswitchRoofs.Analytics.Domain.Rebuilds;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Analytics.Application.Rebuilds;

public sealed record GetRebuild;

/// <param name="Last">The latest run; null when there was none.</param>
public sealed record RebuildOverview(bool IsRunning, RebuildState? Last);

public sealed class GetRebuildHandler(IReadRepository<Rebuild> rebuilds) : IUseCase
{
    public async Task<Result<RebuildOverview>> HandleAsync(GetRebuild query, CancellationToken ct)
    {
        var last = await rebuilds.FirstOrDefaultAsync(new LatestRebuild(), ct);
        return new RebuildOverview(last?.IsOpen == true, last is null ? null : RebuildState.Of(last));
    }
}
