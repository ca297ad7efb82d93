using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Web;
using IswitchRoofs.Identity.Application.Integrations;
using IswitchRoofs.Identity.Application.Users;
using IswitchRoofs.Identity.Infrastructure.Integrations;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.TestKit;
using Microsoft.IdentityModel.Tokens;

namespace IswitchRoofs.Identity.Tests.Integrations;

/// <summary>Programs with rights of their own, and apps that borrow a person's, as they meet the token server.</summary>
public sealed class ClientTests(ClientTests.SharedServer shared) : IClassFixture<ClientTests.SharedServer>
{
    private const string Callback = "https://app.example.com/callback";
    private readonly IdentityServer _server = shared.Server;

    public sealed class SharedServer : IAsyncLifetime
    {
        public IdentityServer Server { get; private set; } = null!;

        public async Task InitializeAsync() => Server = await IdentityServer.StartAsync();

        public async Task DisposeAsync() => await Server.DisposeAsync();
    }

    [Fact]
    public async Task A_secret_buys_a_token_that_acts_as_the_role_with_what_it_lists()
    {
        var issued = await CreateAsync(role: "sales");

        var tokens = await TokenAsync(issued);

        tokens.GetProperty("token_type").GetString().ShouldBe("Bearer");
        tokens.GetProperty("scope").GetString()!.Split(' ').ShouldBe(["leads.read", "leads.write"], ignoreOrder: true);
        tokens.TryGetProperty("refresh_token", out _).ShouldBeFalse();
        var claims = await WhoAmIAsync(tokens);
        claims.ShouldContain($"sub={issued.Integration.Id}");
        claims.ShouldContain("role=sales");
        claims.ShouldContain("kind=integration");
        claims.ShouldContain("permission=leads.write");
        claims.ShouldNotContain("notifications.own");
        claims.ShouldNotContain("integrations.manage");
    }

    [Fact]
    public async Task Scopes_narrow_what_a_token_may_and_never_widen_it()
    {
        var issued = await CreateAsync(role: "sales", scopes: ["leads.read"]);

        (await WhoAmIAsync(await TokenAsync(issued))).ShouldNotContain("permission=leads.write");
        (await RefusedAsync(issued, scope: "leads.write")).ShouldBe((HttpStatusCode.BadRequest, "invalid_scope"));
        (await RefusedAsync(issued, scope: "integrations.manage")).ShouldBe((HttpStatusCode.BadRequest, "invalid_scope"));
        (await RefusedAsync(issued, scope: "roofs.fly")).ShouldBe((HttpStatusCode.BadRequest, "invalid_scope"));
    }

    [Fact]
    public async Task A_wrong_secret_or_grant_is_refused_by_the_book()
    {
        var issued = await CreateAsync(role: "sales");

        (await RefusedAsync(issued with { ClientSecret = "isr_wrong" })).ShouldBe((HttpStatusCode.Unauthorized, "invalid_client"));
        (await RefusedAsync(issued with { Integration = issued.Integration with { ClientId = Guid.NewGuid() } })).ShouldBe((HttpStatusCode.Unauthorized, "invalid_client"));
        using var password = await PostAsync("/connect/token", ("grant_type", "password"), ("client_id", $"{issued.Integration.ClientId}"), ("client_secret", issued.ClientSecret!),
            ("username", "sales@iswitchroofs.example"), ("password", DemoPeople.Password));
        (await ErrorAsync(password)).ShouldBe((HttpStatusCode.BadRequest, "unauthorized_client"));
    }

    [Fact]
    public async Task The_secret_is_stored_only_as_a_hash()
    {
        var issued = await CreateAsync(role: "sales");

        (await _server.Database.ScalarAsync<string>($"SELECT client_secret FROM identity.oauth_applications WHERE client_id = '{issued.Integration.ClientId}'"))!.ShouldNotContain(issued.ClientSecret!);
        (await _server.Database.ScalarAsync<long>($"SELECT count(*) FROM identity.audit_entries WHERE changes::text LIKE '%{issued.ClientSecret}%'")).ShouldBe(0);
    }

    [Theory]
    [InlineData("disable")]
    [InlineData("role")]
    [InlineData("rotate")]
    [InlineData("delete")]
    public async Task Whatever_takes_rights_away_ends_tokens_here_at_once_and_elsewhere_within_seconds(string how)
    {
        await using var other = await _server.StartAnotherAsync();
        var issued = await CreateAsync(role: "sales");
        var tokens = await TokenAsync(issued);
        (await SendAsync(tokens, other.Http)).ShouldBe(HttpStatusCode.OK);
        (await SendAsync(tokens)).ShouldBe(HttpStatusCode.OK);

        await TakeAwayAsync(issued.Integration.Id, how);

        (await SendAsync(tokens)).ShouldBe(HttpStatusCode.Unauthorized);
        _server.Clock.Advance(TimeSpan.FromSeconds(2));
        await Eventually.HoldsAsync(async () => await SendAsync(tokens, other.Http) == HttpStatusCode.Unauthorized, "the other host knows", TimeSpan.FromSeconds(5));
        if (how == "role") (await WhoAmIAsync(await TokenAsync(issued))).ShouldContain("role=field_tech");
        else (await RefusedAsync(issued)).ShouldBe((HttpStatusCode.Unauthorized, "invalid_client"));
    }

    [Fact]
    public async Task No_token_outlives_its_integration()
    {
        var issued = await CreateAsync(role: "sales", expiresAt: _server.Clock.GetUtcNow().AddMinutes(30));

        var tokens = await TokenAsync(issued);

        tokens.GetProperty("expires_in").GetInt64().ShouldBeInRange(1_790, 1_800);
        _server.Clock.Advance(TimeSpan.FromMinutes(30));
        (await SendAsync(tokens)).ShouldBe(HttpStatusCode.Unauthorized);
        (await RefusedAsync(issued)).ShouldBe((HttpStatusCode.Unauthorized, "invalid_client"));
    }

    [Fact]
    public async Task Revoking_one_token_leaves_the_others_alone()
    {
        var issued = await CreateAsync(role: "sales");
        var first = await TokenAsync(issued);
        var second = await TokenAsync(issued);

        using var answer = await PostAsync("/connect/revoke", ("token", first.GetProperty("access_token").GetString()!), ("client_id", $"{issued.Integration.ClientId}"), ("client_secret", issued.ClientSecret!));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await SendAsync(first)).ShouldBe(HttpStatusCode.Unauthorized);
        (await SendAsync(second)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_last_use_is_known_at_once_and_written_later()
    {
        var issued = await CreateAsync(role: "sales");
        await SendAsync(await TokenAsync(issued));

        (await ReadAsync(issued)).LastUsedAt.ShouldBe(_server.Clock.GetUtcNow());
        (await _server.Database.ScalarAsync<long>($"SELECT count(*) FROM identity.integration_uses WHERE integration_id = '{issued.Integration.Id}'")).ShouldBe(0);
        await _server.Service<IntegrationUses>().WriteAsync(default);
        (await _server.Database.ScalarAsync<long>($"SELECT count(*) FROM identity.integration_uses WHERE integration_id = '{issued.Integration.Id}'")).ShouldBe(1);
        (await ReadAsync(issued)).Version.ShouldBe(issued.Integration.Version);
    }

    [Fact]
    public async Task An_app_gets_a_code_for_whoever_is_signed_in_and_exchanges_it_once()
    {
        var issued = await CreateAppAsync(isFirstParty: true);
        var (verifier, address) = Request(issued, scope: "openid offline_access");
        var cookie = await CookieAsync();

        var code = await CodeAsync(address, cookie);
        var tokens = await ExchangeAsync(issued, code, verifier);

        var claims = await WhoAmIAsync(tokens);
        claims.ShouldContain($"sub={DemoPeople.Sales}");
        claims.ShouldNotContain("permission=");
        tokens.GetProperty("id_token").GetString()!.Split('.').Length.ShouldBe(3);
        var renewed = await RefreshAsync(issued, tokens);
        (await WhoAmIAsync(renewed)).ShouldContain($"sub={DemoPeople.Sales}");

        // A code that comes back is in two hands: everything that it bought ends.
        using var again = await PostExchangeAsync(issued, code, verifier);
        (await ErrorAsync(again)).ShouldBe((HttpStatusCode.BadRequest, "invalid_grant"));
        (await SendAsync(renewed)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Strangers_are_sent_to_sign_in_and_come_back_to_the_same_question()
    {
        var issued = await CreateAppAsync(isFirstParty: true);
        var (_, address) = Request(issued);

        using var answer = await GetAsync(address, cookie: null);
        using var silent = await GetAsync($"{address}&prompt=none", cookie: null);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldStartWith("/sign-in?returnUrl=%2Fconnect%2Fauthorize");
        silent.Headers.Location!.OriginalString.ShouldStartWith($"{Callback}?error=login_required");
    }

    [Fact]
    public async Task An_app_of_others_gets_a_code_only_after_a_yes_to_exactly_this()
    {
        var issued = await CreateAppAsync(isFirstParty: false, scopes: ["leads.read"]);
        var (verifier, address) = Request(issued);
        var cookie = await CookieAsync();

        using var asked = await GetAsync(address, cookie);
        asked.Headers.Location!.OriginalString.ShouldStartWith("/consent?");
        var request = HttpUtility.ParseQueryString(asked.Headers.Location.OriginalString.Split('?')[1]);
        var parameters = request.AllKeys.ToDictionary(k => k!, k => request[k]!);
        var yes = Uri.EscapeDataString(_server.Service<IConsents>().Approve(DemoPeople.Sales, parameters));
        var another = Uri.EscapeDataString(_server.Service<IConsents>().Approve(DemoPeople.Sales2, parameters));

        (await GetAsync($"{address}&consent={another}", cookie)).Headers.Location!.OriginalString.ShouldStartWith("/consent?");
        (await GetAsync($"{address}&scope=leads.read&consent={yes}", cookie)).Headers.Location!.OriginalString.ShouldStartWith("/consent?");
        (await GetAsync($"{address}&consent=denied", cookie)).Headers.Location!.OriginalString.ShouldStartWith($"{Callback}?error=access_denied");
        var tokens = await ExchangeAsync(issued, await CodeAsync($"{address}&consent={yes}", cookie), verifier);
        (await WhoAmIAsync(tokens)).ShouldContain("permission=leads.read");
    }

    [Fact]
    public async Task A_code_is_worth_nothing_without_the_verifier_and_addresses_are_compared_exactly()
    {
        var issued = await CreateAppAsync(isFirstParty: true);
        var (_, address) = Request(issued);
        var cookie = await CookieAsync();
        using var stolen = await PostExchangeAsync(issued, await CodeAsync(address, cookie), Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32)));
        (await ErrorAsync(stolen)).ShouldBe((HttpStatusCode.BadRequest, "invalid_grant"));

        (await GetAsync(address.Replace("callback", "callback2", StringComparison.Ordinal), cookie)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var plain = string.Join('&', address.Split('&').Where(p => !p.StartsWith("code_challenge", StringComparison.Ordinal)));
        (await GetAsync(plain, cookie)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_refresh_token_of_an_app_needs_the_app_and_ends_with_it()
    {
        var issued = await CreateAppAsync(isFirstParty: true, scopes: ["leads.read", "leads.write"]);
        var (verifier, address) = Request(issued, scope: "offline_access leads.read");
        var tokens = await ExchangeAsync(issued, await CodeAsync(address, await CookieAsync()), verifier);

        using var anonymous = await PostAsync("/connect/token", ("grant_type", "refresh_token"), ("refresh_token", tokens.GetProperty("refresh_token").GetString()!));
        (await ErrorAsync(anonymous)).Error.ShouldBe("invalid_grant");
        tokens = await RefreshAsync(issued, tokens);
        (await WhoAmIAsync(tokens)).ShouldNotContain("permission=leads.write");

        await TakeAwayAsync(issued.Integration.Id, "disable");

        (await SendAsync(tokens)).ShouldBe(HttpStatusCode.Unauthorized);
        using var refused = await PostRefreshAsync(issued, tokens);
        (await ErrorAsync(refused)).Error.ShouldBe("invalid_grant");
    }

    [Fact]
    public async Task A_narrowed_token_of_a_person_stays_narrow_when_refreshed()
    {
        using var signedIn = await PostAsync("/connect/token", ("grant_type", "password"), ("username", "sales@iswitchroofs.example"), ("password", DemoPeople.Password), ("scope", "leads.read"));
        var tokens = await signedIn.Content.ReadFromJsonAsync<JsonElement>();
        (await WhoAmIAsync(tokens)).ShouldContain("permission=leads.read");

        using var renewed = await PostAsync("/connect/token", ("grant_type", "refresh_token"), ("refresh_token", tokens.GetProperty("refresh_token").GetString()!));

        (await WhoAmIAsync(await renewed.Content.ReadFromJsonAsync<JsonElement>())).ShouldContain("permission=leads.read");
    }

    [Fact]
    public async Task A_disabled_person_is_not_let_in_through_an_app()
    {
        var issued = await CreateAppAsync(isFirstParty: true);
        var (verifier, address) = Request(issued);
        var code = await CodeAsync(address, await CookieAsync("tech2"));
        await _server.AsSystemAsync<SetUserActiveHandler, Result<UserDetails>>(h => h.HandleAsync(new SetUserActive(DemoPeople.Tech2, false), default));

        using var answer = await PostExchangeAsync(issued, code, verifier);

        (await ErrorAsync(answer)).ShouldBe((HttpStatusCode.BadRequest, "invalid_grant"));
    }

    private async Task<IssuedIntegration> CreateAsync(string role, IReadOnlyList<string?>? scopes = null, DateTimeOffset? expiresAt = null)
    {
        var created = await _server.AsSystemAsync<CreateIntegrationHandler, Result<IssuedIntegration>>(
            h => h.HandleAsync(new CreateIntegration($"Program {Guid.NewGuid():N}", Role: role, Scopes: scopes, ExpiresAt: expiresAt), default));
        return created.Value;
    }

    private async Task<IssuedIntegration> CreateAppAsync(bool isFirstParty, IReadOnlyList<string?>? scopes = null)
    {
        var created = await _server.AsSystemAsync<CreateIntegrationHandler, Result<IssuedIntegration>>(
            h => h.HandleAsync(new CreateIntegration($"App {Guid.NewGuid():N}", "authorization_code", Scopes: scopes, RedirectUris: [Callback], IsFirstParty: isFirstParty), default));
        created.Value.ClientSecret.ShouldBeNull();
        return created.Value;
    }

    private async Task<IntegrationDetails> ReadAsync(IssuedIntegration issued) =>
        (await _server.AsSystemAsync<GetIntegrationHandler, Result<IntegrationDetails>>(h => h.HandleAsync(new GetIntegration(issued.Integration.Id), default))).Value;

    private async Task TakeAwayAsync(Guid id, string how)
    {
        switch (how)
        {
            case "rotate":
                (await _server.AsSystemAsync<RotateIntegrationSecretHandler, Result<IssuedIntegration>>(h => h.HandleAsync(new RotateIntegrationSecret(id), default))).IsSuccess.ShouldBeTrue();
                break;
            case "delete":
                (await _server.AsSystemAsync<DeleteIntegrationHandler, Result>(h => h.HandleAsync(new DeleteIntegration(id), default))).IsSuccess.ShouldBeTrue();
                break;
            default:
                var patch = how == "disable" ? new IntegrationPatch { IsActive = false } : new IntegrationPatch { Role = "field_tech" };
                (await _server.AsSystemAsync<ChangeIntegrationHandler, Result<IntegrationDetails>>(h => h.HandleAsync(new ChangeIntegration(id, patch), default))).IsSuccess.ShouldBeTrue();
                break;
        }
    }

    private Task<HttpResponseMessage> AskAsync(IssuedIntegration issued, string? scope) => PostAsync(
        "/connect/token", [("grant_type", "client_credentials"), ("client_id", $"{issued.Integration.ClientId}"), ("client_secret", issued.ClientSecret!), .. scope is null ? [] : new[] { ("scope", scope) }]);

    private async Task<JsonElement> TokenAsync(IssuedIntegration issued, string? scope = null)
    {
        using var answer = await AskAsync(issued, scope);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<(HttpStatusCode Status, string Error)> RefusedAsync(IssuedIntegration issued, string? scope = null)
    {
        using var answer = await AskAsync(issued, scope);
        return await ErrorAsync(answer);
    }

    private static async Task<(HttpStatusCode Status, string Error)> ErrorAsync(HttpResponseMessage answer) =>
        (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetString()!);

    private async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] form)
    {
        using var content = new FormUrlEncodedContent(form.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await _server.Http.PostAsync(path, content);
    }

    private async Task<string> WhoAmIAsync(JsonElement tokens)
    {
        using var request = Bearing(tokens);
        using var answer = await _server.Http.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<HttpStatusCode> SendAsync(JsonElement tokens, HttpClient? http = null)
    {
        using var request = Bearing(tokens);
        using var answer = await (http ?? _server.Http).SendAsync(request);
        return answer.StatusCode;
    }

    private static HttpRequestMessage Bearing(JsonElement tokens) => new(HttpMethod.Get, "/api/whoami")
    {
        Headers = { Authorization = new AuthenticationHeaderValue("Bearer", tokens.GetProperty("access_token").GetString()) },
    };

    private static (string Verifier, string Address) Request(IssuedIntegration issued, string scope = "openid")
    {
        var verifier = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
        var challenge = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        return (verifier, $"/connect/authorize?response_type=code&client_id={issued.Integration.ClientId}&redirect_uri={Uri.EscapeDataString(Callback)}"
            + $"&scope={Uri.EscapeDataString(scope)}&state=s1&code_challenge={challenge}&code_challenge_method=S256");
    }

    private async Task<string> CookieAsync(string account = "sales")
    {
        using var answer = await _server.Http.PostAsJsonAsync("/sign-in", new { email = $"{account}@iswitchroofs.example", password = DemoPeople.Password });
        return answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    private async Task<HttpResponseMessage> GetAsync(string address, string? cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        return await _server.Http.SendAsync(request);
    }

    private async Task<string> CodeAsync(string address, string cookie)
    {
        using var answer = await GetAsync(address, cookie);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        answer.Headers.Location!.OriginalString.ShouldStartWith($"{Callback}?");
        var query = HttpUtility.ParseQueryString(answer.Headers.Location.Query);
        query["state"].ShouldBe("s1");
        return query["code"].ShouldNotBeNull(answer.Headers.Location.OriginalString);
    }

    private Task<HttpResponseMessage> PostExchangeAsync(IssuedIntegration issued, string code, string verifier) => PostAsync(
        "/connect/token", ("grant_type", "authorization_code"), ("client_id", $"{issued.Integration.ClientId}"), ("code", code), ("redirect_uri", Callback), ("code_verifier", verifier));

    private async Task<JsonElement> ExchangeAsync(IssuedIntegration issued, string code, string verifier)
    {
        using var answer = await PostExchangeAsync(issued, code, verifier);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private Task<HttpResponseMessage> PostRefreshAsync(IssuedIntegration issued, JsonElement tokens) => PostAsync(
        "/connect/token", ("grant_type", "refresh_token"), ("client_id", $"{issued.Integration.ClientId}"), ("refresh_token", tokens.GetProperty("refresh_token").GetString()!));

    private async Task<JsonElement> RefreshAsync(IssuedIntegration issued, JsonElement tokens)
    {
        using var answer = await PostRefreshAsync(issued, tokens);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
