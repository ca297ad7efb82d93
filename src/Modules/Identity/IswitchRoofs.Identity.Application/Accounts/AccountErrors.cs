using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Accounts;

public static class AccountErrors
{
    /// <summary>The same for an unknown address, a wrong password, a locked and a disabled account (U3).</summary>
    public static Error InvalidCredentials() =>
        Error.Unauthenticated("auth.invalid_credentials", "The e-mail address or the password is wrong, or the account cannot sign in at the moment.");

    public static Error InvalidRefreshToken() =>
        Error.Unauthenticated("auth.invalid_refresh_token", "The refresh token is used, revoked or expired: sign in again.");

    public static Error WrongPassword() =>
        Error.Invalid("auth.wrong_password", "current_password", "is not your current password.");

    public static Error NotSignedIn() => Error.Unauthenticated("auth.required", "Sign in first.");
}
