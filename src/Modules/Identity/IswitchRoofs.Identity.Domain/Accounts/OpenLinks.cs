using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Identity.Domain.Accounts;

/// <summary>A user's links that were not used yet, to be closed.</summary>
public sealed class OpenLinks : Specification<AccountLink>
{
    public OpenLinks(UserId user) => Query.Where(l => l.UserId == user && l.ClosedAt == null).OrderBy(l => l.Id).AsTracking();
}
