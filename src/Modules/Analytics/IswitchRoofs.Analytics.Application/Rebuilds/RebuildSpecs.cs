using IswitchRoofs.Analytics.Domain.Rebuilds;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Analytics.Application.Rebuilds;

internal sealed class OpenRebuilds : Specification<Rebuild>
{
    public OpenRebuilds() => Query.Where(r => r.Status == RebuildStatus.Requested || r.Status == RebuildStatus.Running);
}

internal sealed class LatestRebuild : Specification<Rebuild>
{
    public LatestRebuild() => Query.OrderByDescending(r => r.CreatedAt).ThenByDescending(r => r.Id).Take(1);
}
