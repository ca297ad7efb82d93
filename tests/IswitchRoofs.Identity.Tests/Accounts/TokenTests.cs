using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using IswitchRoofs.Identity.Application.Accounts;

namespace IswitchRoofs.Identity.Tests.Accounts;

public sealed class TokenTests : IAsyncLifetime
{
    private IdentityServer _server = null!;

    public async Task InitializeAsync() => _server = await IdentityServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_password_buys_tokens_that_open_the_api()
    {
        var tokens = await LogInAsync();

        tokens.TokenType.ShouldBe("Bearer");
        tokens.ExpiresIn.ShouldBe(86_400);
        tokens.User.Email.ShouldBe("sales@iswitchroofs.example");
        var who = await WhoAmIAsync(tokens.AccessToken);
        var text = await who.Content.ReadAsStringAsync();
        who.StatusCode.ShouldBe(HttpStatusCode.OK);
        text.ShouldContain("role=sales");
        text.ShouldContain("email=sales@iswitchroofs.example");
        text.ShouldContain("team=");
        text.ShouldContain("sid=");
    }

    private async Task<TokenAnswer> LogInAsync(string email = "sales@iswitchroofs.example", string password = "Roof-Demo-2026!")
    {
        var answer = await _server.Http.PostAsJsonAsync("/api/auth/login", new { email, password });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<TokenAnswer>())!;
    }

    private async Task<HttpResponseMessage> WhoAmIAsync(string? token, HttpClient? http = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/whoami");
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await (http ?? _server.Http).SendAsync(request);
    }
}
