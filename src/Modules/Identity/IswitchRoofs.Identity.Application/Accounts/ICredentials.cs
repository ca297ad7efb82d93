using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Accounts;

/// <summary>What proves who somebody is. Checking one takes the same time whether or not the account exists.</summary>
public interface ICredentials
{
    /// <summary>Checks, counts failures and locks (U3). Never called inside a transaction: hashing takes long.</summary>
    /// <returns>Null for every kind of refusal.</returns>
    Task<PasswordProof?> VerifyAsync(string email, string password, CancellationToken ct);

    Task<bool> VerifyAsync(Guid userId, string password, CancellationToken ct);

    /// <returns>Null when the account is locked by now or has another password.</returns>
    Task<PasswordProof?> ResumeAsync(PasswordProof proof, CancellationToken ct);

    /// <summary>Forgets failures once a sign-in is complete: a right password alone must not make room for more guesses at the second factor.</summary>
    Task ForgiveAsync(Guid userId, CancellationToken ct);

    Task<bool> IsLockedAsync(Guid userId, CancellationToken ct);

    /// <summary>Counts a wrong second factor as a wrong password is counted.</summary>
    Task CountFailureAsync(Guid userId, CancellationToken ct);

    /// <summary>For somebody who will choose a password later; saved together with the user.</summary>
    void AddWithoutPassword(Guid userId, string email);

    /// <summary>Replaces the password, to be saved with the use case's other changes.</summary>
    Task<Result> ReplaceAsync(Guid userId, string name, string password, CancellationToken ct);
}
