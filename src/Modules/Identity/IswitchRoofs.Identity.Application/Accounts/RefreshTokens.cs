using IswitchRoofs.Identity.Application.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Accounts;

public sealed record RefreshTokens(string? RefreshToken);

public sealed class RefreshTokensHandler(ITokenServer server, GetUserHandler users) : IUseCase
{
    public async Task<Result<TokenAnswer>> HandleAsync(RefreshTokens request, CancellationToken ct)
    {
        var validation = new Validation();
        var token = validation.Text("refresh_token", request.RefreshToken, 20_000, required: true);
        if (validation.Failed) return validation.ToError();

        var tokens = await server.RefreshAsync(token!, ct);
        return tokens.IsFailure ? tokens.Error : await LogInHandler.AnswerAsync(tokens.Value, users, ct);
    }
}
