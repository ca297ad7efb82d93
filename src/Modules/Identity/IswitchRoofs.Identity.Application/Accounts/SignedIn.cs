using System.Security.Claims;

namespace IswitchRoofs.Identity.Application.Accounts;

/// <summary>Who is signed in, as tokens and cookies carry it.</summary>
/// <param name="TeamIds">Teams that the person belongs to or manages.</param>
public sealed record SignedIn(Guid SessionId, Guid UserId, string Name, string Email, string Role, IReadOnlyList<Guid> TeamIds)
{
    public ClaimsPrincipal ToPrincipal(string authenticationType)
    {
        var identity = new ClaimsIdentity(authenticationType, "name", "role");
        identity.AddClaim(new Claim("sub", UserId.ToString()));
        identity.AddClaim(new Claim("name", Name));
        identity.AddClaim(new Claim("email", Email));
        identity.AddClaim(new Claim("role", Role));
        identity.AddClaim(new Claim("sid", SessionId.ToString()));
        identity.AddClaims(TeamIds.Select(t => new Claim("team", t.ToString())));
        return new ClaimsPrincipal(identity);
    }
}
