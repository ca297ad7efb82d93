using System.Security.Claims;

namespace IswitchRoofs.Host.Realtime;

/// <summary>The live answer to who may listen to what.</summary>
internal interface IChannelAccess
{
    ValueTask<bool> MaySubscribeAsync(ClaimsPrincipal user, string channel, CancellationToken ct);
}
