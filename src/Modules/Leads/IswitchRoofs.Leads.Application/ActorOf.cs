using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Shared.Application;

namespace IswitchRoofs.Leads.Application;

internal static class ActorOf
{
    public static Actor ToActor(this ICurrentUser user) => new(user.Id, user.Name);
}
