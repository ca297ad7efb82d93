using System.Security.Claims;

namespace IswitchRoofs.Identity.Application.Accounts;

/// <summary>Who is signed in, as tokens and cookies carry it.</summary>
/// <param name="TeamIds">Teams that the person belongs to or manages.</param>
/// <param name="MustSetUpSecondFactor">The role asks for one (U4): until it is set up, the session is good for nothing else.</param>
public sealed record SignedIn(Guid SessionId, Guid UserId, string Name, string Email, string Role, IReadOnlyList<Guid> TeamIds, bool MustSetUpSecondFactor = false)
{
    /// <summary>Claim of a session that may only set up the second factor.</summary>
    public const string RestrictedClaim = "restricted";

    public ClaimsPrincipal ToPrincipal(string authenticationType)
    {
        var identity = new ClaimsIdentity(authenticationType, "name", "role");
        identity.AddClaim(new Claim("sub", UserId.ToString()));
        identity.AddClaim(new Claim("name", Name));
        identity.AddClaim(new Claim("email", Email));
        identity.AddClaim(new Claim("role", Role));
        identity.AddClaim(new Claim("sid", SessionId.ToString()));
        identity.AddClaims(TeamIds.Select(t => new Claim("team", t.ToString())));
        if (MustSetUpSecondFactor) identity.AddClaim(new Claim(RestrictedClaim, "second_factor"));
        return new ClaimsPrincipal(identity);
    }
}
