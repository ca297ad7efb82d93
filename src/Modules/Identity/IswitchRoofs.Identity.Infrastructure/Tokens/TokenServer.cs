using IswitchRoofs.Identity.Application.Accounts;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.AspNetCore.Http;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace IswitchRoofs.Identity.Infrastructure.Tokens;

/// <summary>
/// Hands a token request to OpenIddict without HTTP: what <c>/connect/token</c> checks, stores, rotates and revokes,
/// <c>/api/auth</c> does by the same code.
/// </summary>
internal sealed class TokenServer(
    IOpenIddictServerFactory factory, IOpenIddictServerDispatcher dispatcher, SigningKeys keys, IHttpContextAccessor http) : ITokenServer
{
    private const string InProcess = "iswitchroofs:in-process";
    private const string Refusal = "iswitchroofs:refusal";
    private const string Subject = "iswitchroofs:subject";

    public Task<Result<IssuedTokens>> SignInAsync(string email, string password, string? otp, string? device, CancellationToken ct)
    {
        var request = new OpenIddictRequest { GrantType = GrantTypes.Password, Username = email, Password = password };
        if (otp is not null) request.SetParameter("otp", otp);
        if (device is not null) request.SetParameter("device", device);
        return ExchangeAsync(request, AccountErrors.InvalidCredentials(), ct);
    }

    public Task<Result<IssuedTokens>> RefreshAsync(string refreshToken, CancellationToken ct) =>
        ExchangeAsync(new OpenIddictRequest { GrantType = GrantTypes.RefreshToken, RefreshToken = refreshToken }, AccountErrors.InvalidRefreshToken(), ct);

    internal static bool IsInProcess(OpenIddictServerTransaction transaction) => transaction.Properties.ContainsKey(InProcess);

    internal static void NoteSubject(OpenIddictServerTransaction transaction, Guid userId) => transaction.Properties[Subject] = userId;

    internal static void NoteRefusal(OpenIddictServerTransaction transaction, Error refusal) => transaction.Properties[Refusal] = refusal;

    private async Task<Result<IssuedTokens>> ExchangeAsync(OpenIddictRequest request, Error refusal, CancellationToken ct)
    {
        await keys.EnsureLoadedAsync(ct);
        var transaction = await factory.CreateTransactionAsync();
        transaction.CancellationToken = ct;
        transaction.BaseUri = BaseUri();
        transaction.RequestUri = new Uri(transaction.BaseUri, "connect/token");
        transaction.Request = request;
        transaction.Properties[InProcess] = true;

        var context = new ProcessRequestContext(transaction);
        await dispatcher.DispatchAsync(context);
        if (context.IsRejected || transaction.Response is not { Error: null, AccessToken: { } access, RefreshToken: { } refresh } response)
            return transaction.Properties.TryGetValue(Refusal, out var told) && told is Error error ? error : refusal;
        return new IssuedTokens((Guid)transaction.Properties[Subject]!, access, refresh, response.ExpiresIn ?? 0);
    }

    private Uri BaseUri() => http.HttpContext?.Request is { } request
        ? new Uri($"{request.Scheme}://{request.Host}{request.PathBase}/", UriKind.Absolute)
        : new Uri("http://localhost/");
}
