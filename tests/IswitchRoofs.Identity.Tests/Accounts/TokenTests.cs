using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using IswitchRoofs.Identity.Application.Accounts;
using IswitchRoofs.Identity.Application.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Patching;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.TestKit;

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
        tokens.ExpiresIn.ShouldBeInRange(86_390, 86_400);
        tokens.User.Email.ShouldBe("sales@iswitchroofs.example");
        tokens.User.TeamIds.ShouldBe([DemoPeople.NorthOakland]);
        var claims = await (await WhoAmIAsync(tokens.AccessToken)).Content.ReadAsStringAsync();
        claims.ShouldContain($"sub={DemoPeople.Sales}");
        claims.ShouldContain("name=Sam Whitfield");
        claims.ShouldContain("email=sales@iswitchroofs.example");
        claims.ShouldContain("role=sales");
        claims.ShouldContain($"team={DemoPeople.NorthOakland}");
        claims.ShouldContain("sid=");
    }

    [Fact]
    public async Task An_access_token_is_a_plain_signed_jwt()
    {
        var tokens = await LogInAsync("Sales@IswitchRoofs.example");

        var parts = tokens.AccessToken.Split('.');
        parts.Length.ShouldBe(3);
        var payload = Decode(parts[1]);
        payload.GetProperty("sub").GetGuid().ShouldBe(DemoPeople.Sales);
        payload.GetProperty("aud").GetString().ShouldBe("iswitchroofs");
        payload.GetProperty("iss").GetString().ShouldNotBeNullOrEmpty();
        (payload.GetProperty("exp").GetInt64() - payload.GetProperty("iat").GetInt64()).ShouldBe(86_400);
        payload.TryGetProperty("generation", out _).ShouldBeFalse();
        Decode(parts[0]).GetProperty("alg").GetString().ShouldBe("RS256");
    }

    [Fact]
    public async Task Every_refusal_gets_the_same_answer()
    {
        await _server.AsSystemAsync<SetUserActiveHandler, Result<UserDetails>>(h => h.HandleAsync(new SetUserActive(DemoPeople.Tech2, false), default));

        var wrong = await RefusedAsync("sales@iswitchroofs.example", "Not-the-password-1");
        var unknown = await RefusedAsync("nobody@iswitchroofs.example", DemoPeople.Password);
        var disabled = await RefusedAsync("tech2@iswitchroofs.example", DemoPeople.Password);
        var tooLong = await RefusedAsync("sales@iswitchroofs.example", DemoPeople.Password + new string('x', 80));

        wrong.ShouldContain("auth.invalid_credentials");
        new[] { unknown, disabled, tooLong }.ShouldAllBe(a => a == wrong);
    }

    [Fact]
    public async Task Five_failures_lock_the_account_on_every_host_for_a_quarter_of_an_hour()
    {
        await using var other = await _server.StartAnotherAsync();
        for (var i = 0; i < 5; i++)
            (await PostLoginAsync("sales2@iswitchroofs.example", "wrong-password-1", i % 2 == 0 ? _server.Http : other.Http)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        (await PostLoginAsync("sales2@iswitchroofs.example", DemoPeople.Password)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await PostLoginAsync("sales2@iswitchroofs.example", DemoPeople.Password, other.Http)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        _server.Clock.Advance(TimeSpan.FromMinutes(15.1));
        (await PostLoginAsync("sales2@iswitchroofs.example", DemoPeople.Password)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await AuditedAsync("locked_out")).ShouldBe(1);
    }

    [Fact]
    public async Task Failures_spread_over_more_than_a_quarter_of_an_hour_do_not_lock()
    {
        for (var i = 0; i < 8; i++)
        {
            await PostLoginAsync("tech@iswitchroofs.example", "wrong-password-1");
            _server.Clock.Advance(TimeSpan.FromMinutes(4));
        }

        (await PostLoginAsync("tech@iswitchroofs.example", DemoPeople.Password)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_refresh_token_buys_a_new_pair_with_the_facts_of_today()
    {
        var first = await LogInAsync();

        var second = await RefreshedAsync(first.RefreshToken);

        second.RefreshToken.ShouldNotBe(first.RefreshToken);
        (await WhoAmIAsync(second.AccessToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await WhoAmIAsync(first.AccessToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_used_refresh_token_ends_the_whole_family()
    {
        var first = await LogInAsync();
        var second = await RefreshedAsync(first.RefreshToken);
        _server.Clock.Advance(TimeSpan.FromSeconds(11));

        (await PostRefreshAsync(first.RefreshToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        (await PostRefreshAsync(second.RefreshToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await WhoAmIAsync(second.AccessToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await AuditedAsync("token_reused")).ShouldBe(1);
    }

    [Fact]
    public async Task The_direct_predecessor_still_works_for_ten_seconds()
    {
        var first = await LogInAsync();
        await RefreshedAsync(first.RefreshToken);
        _server.Clock.Advance(TimeSpan.FromSeconds(5));

        var again = await RefreshedAsync(first.RefreshToken);

        await RefreshedAsync(again.RefreshToken);
    }

    [Fact]
    public async Task An_older_one_than_the_predecessor_has_no_grace()
    {
        var first = await LogInAsync();
        var second = await RefreshedAsync(first.RefreshToken);
        var third = await RefreshedAsync(second.RefreshToken);

        (await PostRefreshAsync(first.RefreshToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        (await PostRefreshAsync(third.RefreshToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Use_slides_a_family_on_but_it_ends_after_thirty_days()
    {
        var tokens = await LogInAsync();
        for (var day = 0; day < 28; day += 4)
        {
            _server.Clock.Advance(TimeSpan.FromDays(4));
            tokens = await RefreshedAsync(tokens.RefreshToken);
        }

        _server.Clock.Advance(TimeSpan.FromDays(2.1));

        (await PostRefreshAsync(tokens.RefreshToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_unused_refresh_token_ends_after_seven_days()
    {
        var tokens = await LogInAsync();
        _server.Clock.Advance(TimeSpan.FromDays(7.1));

        (await PostRefreshAsync(tokens.RefreshToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Signing_out_ends_the_tokens_of_this_session_only_on_every_host()
    {
        await using var other = await _server.StartAnotherAsync();
        var here = await LogInAsync();
        var there = await LogInAsync();
        (await WhoAmIAsync(here.AccessToken, other.Http)).StatusCode.ShouldBe(HttpStatusCode.OK);

        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/auth/logout");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", here.AccessToken);
        (await _server.Http.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await WhoAmIAsync(here.AccessToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await PostRefreshAsync(here.RefreshToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await Eventually.HoldsAsync(async () =>
        {
            _server.Clock.Advance(TimeSpan.FromSeconds(2));
            return (await WhoAmIAsync(here.AccessToken, other.Http)).StatusCode == HttpStatusCode.Unauthorized;
        }, "the other host refuses the token");
        (await WhoAmIAsync(there.AccessToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Disabling_a_user_ends_every_session()
    {
        var first = await LogInAsync();
        var second = await LogInAsync();

        await _server.AsSystemAsync<SetUserActiveHandler, Result<UserDetails>>(h => h.HandleAsync(new SetUserActive(DemoPeople.Sales, false), default));

        (await WhoAmIAsync(first.AccessToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await WhoAmIAsync(second.AccessToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await PostRefreshAsync(first.RefreshToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_new_role_asks_for_a_new_sign_in()
    {
        var tokens = await LogInAsync();

        var changed = await _server.AsSystemAsync<ChangeUserHandler, Result<UserDetails>>(
            h => h.HandleAsync(new ChangeUser(DemoPeople.Sales, new UserPatch { Role = new Optional<string?>("field_tech") }), default));

        changed.Value.Role.ShouldBe("field_tech");
        (await WhoAmIAsync(tokens.AccessToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await (await WhoAmIAsync((await LogInAsync()).AccessToken)).Content.ReadAsStringAsync()).ShouldContain("role=field_tech");
    }

    [Fact]
    public async Task An_expired_token_opens_nothing()
    {
        var tokens = await LogInAsync();
        (await WhoAmIAsync(tokens.AccessToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        _server.Clock.Advance(TimeSpan.FromHours(24.01));

        (await WhoAmIAsync(tokens.AccessToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("HS256")]
    [InlineData("tampered")]
    [InlineData("garbage")]
    [InlineData("refresh")]
    public async Task A_forged_token_opens_nothing(string kind)
    {
        var tokens = await LogInAsync();
        var parts = tokens.AccessToken.Split('.');
        var forged = kind switch
        {
            "none" => $"{Encode("""{"alg":"none","typ":"at+jwt"}""")}.{parts[1]}.",
            "HS256" => $"{Encode("""{"alg":"HS256","typ":"at+jwt"}""")}.{parts[1]}.{parts[2]}",
            "tampered" => $"{parts[0]}.{Encode(Encoding.UTF8.GetString(Bytes(parts[1])).Replace("\"sales\"", "\"admin\"", StringComparison.Ordinal))}.{parts[2]}",
            "refresh" => tokens.RefreshToken,
            _ => "not-a-token",
        };

        var answer = await WhoAmIAsync(forged);

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers.WwwAuthenticate.ToString().ShouldStartWith("Bearer");
    }

    [Fact]
    public async Task No_token_is_a_challenge_for_one()
    {
        var answer = await WhoAmIAsync(null);

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
    }

    [Fact]
    public async Task The_standard_endpoint_gives_the_same_tokens()
    {
        var answer = await PostFormAsync("/connect/token", ("grant_type", "password"), ("username", "manager@iswitchroofs.example"), ("password", DemoPeople.Password));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        var tokens = await answer.Content.ReadFromJsonAsync<JsonElement>();
        (await WhoAmIAsync(tokens.GetProperty("access_token").GetString())).StatusCode.ShouldBe(HttpStatusCode.OK);

        using var info = new HttpRequestMessage(HttpMethod.Get, "/connect/userinfo");
        info.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens.GetProperty("access_token").GetString());
        var person = await (await _server.Http.SendAsync(info)).Content.ReadFromJsonAsync<JsonElement>();
        person.GetProperty("sub").GetString().ShouldBe(DemoPeople.Manager.ToString());
        person.GetProperty("name").GetString().ShouldBe("Maria Kowalski");

        var refresh = tokens.GetProperty("refresh_token").GetString()!;
        var renewed = await PostFormAsync("/connect/token", ("grant_type", "refresh_token"), ("refresh_token", refresh));
        renewed.StatusCode.ShouldBe(HttpStatusCode.OK, await renewed.Content.ReadAsStringAsync());
        var newest = (await renewed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("refresh_token").GetString()!;
        (await PostFormAsync("/connect/revoke", ("token", newest))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await PostFormAsync("/connect/token", ("grant_type", "refresh_token"), ("refresh_token", newest))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await WhoAmIAsync(tokens.GetProperty("access_token").GetString())).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_standard_endpoint_refuses_as_the_standard_says()
    {
        var wrong = await PostFormAsync("/connect/token", ("grant_type", "password"), ("username", "manager@iswitchroofs.example"), ("password", "wrong-password-1"));
        var unknown = await PostFormAsync("/connect/token", ("grant_type", "urn:what:ever"));

        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await wrong.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetString().ShouldBe("invalid_grant");
        (await unknown.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetString().ShouldBe("unsupported_grant_type");
    }

    [Fact]
    public async Task Discovery_names_the_endpoints_and_the_keys_have_no_private_part()
    {
        var document = await _server.Http.GetFromJsonAsync<JsonElement>("/.well-known/openid-configuration");
        var keys = await _server.Http.GetFromJsonAsync<JsonElement>("/.well-known/jwks");

        document.GetProperty("issuer").GetString().ShouldBe(_server.Http.BaseAddress!.AbsoluteUri);
        document.GetProperty("token_endpoint").GetString().ShouldEndWith("/connect/token");
        document.GetProperty("jwks_uri").GetString().ShouldEndWith("/.well-known/jwks");
        var key = keys.GetProperty("keys").EnumerateArray().ShouldHaveSingleItem();
        key.GetProperty("use").GetString().ShouldBe("sig");
        key.TryGetProperty("d", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Two_hosts_accept_each_others_tokens()
    {
        await using var other = await _server.StartAnotherAsync();
        var tokens = await LogInAsync();

        (await WhoAmIAsync(tokens.AccessToken, other.Http)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await other.Http.PostAsJsonAsync("/api/auth/refresh", new { refreshToken = tokens.RefreshToken })).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<TokenAnswer> LogInAsync(string email = "sales@iswitchroofs.example")
    {
        var answer = await PostLoginAsync(email, DemoPeople.Password);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<TokenAnswer>())!;
    }

    private Task<HttpResponseMessage> PostLoginAsync(string email, string password, HttpClient? http = null) =>
        (http ?? _server.Http).PostAsJsonAsync("/api/auth/login", new { email, password });

    private async Task<string> RefusedAsync(string email, string password)
    {
        var answer = await PostLoginAsync(email, password);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        return await answer.Content.ReadAsStringAsync();
    }

    private Task<HttpResponseMessage> PostRefreshAsync(string token) => _server.Http.PostAsJsonAsync("/api/auth/refresh", new { refreshToken = token });

    private async Task<TokenAnswer> RefreshedAsync(string token)
    {
        var answer = await PostRefreshAsync(token);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<TokenAnswer>())!;
    }

    private async Task<HttpResponseMessage> WhoAmIAsync(string? token, HttpClient? http = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/whoami");
        if (token is not null) request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        return await (http ?? _server.Http).SendAsync(request);
    }

    private async Task<HttpResponseMessage> PostFormAsync(string path, params (string Key, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.ToDictionary(f => f.Key, f => f.Value));
        return await _server.Http.PostAsync(path, form);
    }

    private Task<long> AuditedAsync(string action) =>
        _server.Database.ScalarAsync<long>($"SELECT count(*) FROM identity.audit_entries WHERE action = '{action}'");

    private static byte[] Bytes(string part) => System.Buffers.Text.Base64Url.DecodeFromChars(part);

    private static JsonElement Decode(string part) => JsonSerializer.Deserialize<JsonElement>(Bytes(part));

    private static string Encode(string json) => System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
