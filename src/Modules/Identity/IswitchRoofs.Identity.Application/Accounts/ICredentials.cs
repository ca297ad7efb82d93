using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Accounts;

/// <summary>What proves who somebody is. Checking one takes the same time whether or not the account exists.</summary>
public interface ICredentials
{
    /// <summary>Checks, counts failures and locks (U3). Never called inside a transaction: hashing takes long.</summary>
    /// <returns>The user; null for every kind of refusal.</returns>
    Task<Guid?> VerifyAsync(string email, string password, CancellationToken ct);

    Task<bool> VerifyAsync(Guid userId, string password, CancellationToken ct);

    /// <summary>Adds the first password of a user who is saved together with it.</summary>
    Task<Result> AddAsync(Guid userId, string email, string name, string password, CancellationToken ct);

    /// <summary>Replaces the password, to be saved with the use case's other changes.</summary>
    Task<Result> ReplaceAsync(Guid userId, string name, string password, CancellationToken ct);
}
