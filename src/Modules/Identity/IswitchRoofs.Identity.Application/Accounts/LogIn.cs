using IswitchRoofs.Identity.Application.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Accounts;

/// <param name="Otp">A code of the second factor, or a recovery code; needed when the answer was <c>auth.second_factor_required</c>.</param>
/// <param name="Device">What the client calls itself in the list of sessions.</param>
public sealed record LogIn(string? Email, string? Password, string? Otp, string? Device);

/// <param name="TokenType">Always <c>Bearer</c>.</param>
/// <param name="ExpiresIn">Seconds until the access token expires.</param>
public sealed record TokenAnswer(string AccessToken, string RefreshToken, string TokenType, long ExpiresIn, UserDetails User);

public sealed class LogInHandler(ITokenServer server, GetUserHandler users) : IUseCase
{
    public async Task<Result<TokenAnswer>> HandleAsync(LogIn request, CancellationToken ct)
    {
        var validation = new Validation();
        var email = validation.Text("email", request.Email, 255, required: true);
        var device = validation.Text("device", request.Device, 100);
        var otp = validation.Text("otp", request.Otp, 20);
        if (string.IsNullOrEmpty(request.Password)) validation.Add("password", "is required.");
        else if (request.Password.Length > 1_000) validation.Add("password", "must be at most 1000 characters long.");
        if (validation.Failed) return validation.ToError();

        var tokens = await server.SignInAsync(email!, request.Password!, otp, device, ct);
        return tokens.IsFailure ? tokens.Error : await AnswerAsync(tokens.Value, users, ct);
    }

    internal static async Task<Result<TokenAnswer>> AnswerAsync(IssuedTokens tokens, GetUserHandler users, CancellationToken ct)
    {
        var user = await users.ReadAsync(tokens.UserId, ct);
        return user.IsFailure
            ? user.Error
            : new TokenAnswer(tokens.AccessToken, tokens.RefreshToken, "Bearer", tokens.ExpiresIn, user.Value);
    }
}
