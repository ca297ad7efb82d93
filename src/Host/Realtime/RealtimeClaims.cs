using System.Security.Claims;

namespace IswitchRoofs.Host.Realtime;

internal static class RealtimeClaims
{
    public static Guid? UserId(this ClaimsPrincipal user) => Id(user, "sub") ?? Id(user, ClaimTypes.NameIdentifier);

    public static Guid? SessionId(this ClaimsPrincipal user) => Id(user, "sid");

    private static Guid? Id(ClaimsPrincipal user, string claim) => Guid.TryParse(user.FindFirstValue(claim), out var id) ? id : null;
}
