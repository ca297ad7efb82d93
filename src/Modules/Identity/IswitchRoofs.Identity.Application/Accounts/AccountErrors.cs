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

    /// <summary>Used, expired, taken back or made up: the same for all.</summary>
    public static Error InvalidLink() =>
        Error.Invalid("auth.invalid_link", "token", "This link was used already or has expired. Ask for a new one.");

    public static Error SecondFactorRequired() =>
        Error.Unauthenticated("auth.second_factor_required", "The password is right; now a code of the second factor is needed.");

    public static Error WrongCode() =>
        Error.Invalid("auth.wrong_code", "code", "is wrong or was used already. Wait for the next one and check the phone's clock.");

    public static Error SecondFactorOn() =>
        Error.Conflict("auth.second_factor_on", "The second factor is on already: switch it off before you set up another.");

    public static Error SecondFactorOff() =>
        Error.Conflict("auth.second_factor_off", "There is no second factor yet: set one up first.");

    public static Error SecondFactorNeeded() =>
        Error.Conflict("auth.second_factor_needed", "Your role needs a second factor: it cannot be switched off.");

    public static Error OwnSecondFactorFirst() =>
        Error.Conflict("auth.own_second_factor_first", "Set up your own second factor before you ask your role for one.");
}
