using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Accounts;

/// <summary>The OAuth server, asked from inside: the same grants as <c>/connect/token</c>.</summary>
public interface ITokenServer
{
    Task<Result<IssuedTokens>> SignInAsync(string email, string password, string? otp, string? device, CancellationToken ct);

    Task<Result<IssuedTokens>> RefreshAsync(string refreshToken, CancellationToken ct);
}

/// <param name="ExpiresIn">Seconds until the access token expires.</param>
public sealed record IssuedTokens(Guid UserId, string AccessToken, string RefreshToken, long ExpiresIn);
