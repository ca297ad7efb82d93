namespace IswitchRoofs.Identity.Application.Accounts;

/// <summary>The app on somebody's phone (U4), and the codes for the day it is lost.</summary>
public interface ISecondFactors
{
    /// <summary>Makes a secret that counts once a code of it was shown; saved with the use case's other changes.</summary>
    Task<SecondFactorSecret> BeginAsync(Guid userId, string email, CancellationToken ct);

    /// <returns>The recovery codes, which are shown this once; null when the code is wrong or nothing was begun. Saved with the use case's other changes.</returns>
    Task<IReadOnlyList<string>?> ConfirmAsync(Guid userId, string code, CancellationToken ct);

    /// <summary>Uses up a code of the app or a recovery code: each is good once, on whatever host.</summary>
    Task<bool> UseAsync(Guid userId, string code, CancellationToken ct);

    /// <summary>Saved with the use case's other changes.</summary>
    Task RemoveAsync(Guid userId, CancellationToken ct);

    /// <returns>The new codes, which are shown this once; the old ones are gone. Saved with the use case's other changes.</returns>
    Task<IReadOnlyList<string>> RenewRecoveryCodesAsync(Guid userId, CancellationToken ct);

    Task<int> CountRecoveryCodesAsync(Guid userId, CancellationToken ct);
}

/// <param name="Secret">To be typed where no picture can be taken.</param>
/// <param name="OtpauthUri">What the picture says.</param>
/// <param name="QrSvg">The picture.</param>
public sealed record SecondFactorSecret(string Secret, string OtpauthUri, string QrSvg);
