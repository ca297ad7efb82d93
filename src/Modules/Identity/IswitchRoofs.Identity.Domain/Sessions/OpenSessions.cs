using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Identity.Domain.Sessions;

/// <summary>A user's sessions that still count, to be ended.</summary>
public sealed class OpenSessions : Specification<Session>
{
    public OpenSessions(UserId user, DateTimeOffset now) =>
        Query.Where(s => s.UserId == user && s.EndedAt == null && s.ExpiresAt > now).OrderBy(s => s.Id).AsTracking();
}
