namespace IswitchRoofs.Identity.Application.Accounts;

/// <summary>Between the two steps of signing in: that somebody showed the right password a moment ago, sealed.</summary>
public interface ISignInProofs
{
    string Create(PasswordProof proof);

    /// <returns>Null for what is older than five minutes or was not made here.</returns>
    PasswordProof? Read(string? text);
}

/// <param name="Stamp">Changes with the password.</param>
/// <param name="HasFailures">Wrong tries that a completed sign-in forgives.</param>
public sealed record PasswordProof(Guid UserId, string Stamp, bool HasFailures);
