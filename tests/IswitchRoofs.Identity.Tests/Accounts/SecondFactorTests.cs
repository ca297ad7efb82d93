using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using IswitchRoofs.Identity.Application.Accounts;
using IswitchRoofs.Identity.Application.Users;
using IswitchRoofs.Identity.Domain.Accounts;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Patching;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Tests.Accounts;

/// <summary>U4, as clients meet it.</summary>
public sealed class SecondFactorTests : IAsyncLifetime
{
    private const string Sales = "sales@iswitchroofs.example";
    private IdentityServer _server = null!;

    public async Task InitializeAsync() => _server = await IdentityServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Once_it_is_on_a_password_alone_opens_nothing_and_a_code_opens_once()
    {
        var elsewhere = await TokenAsync();
        var (secret, recovery) = await SetUpAsync(await TokenAsync());
        (await WhoAmIAsync(elsewhere)).ShouldBe(HttpStatusCode.Unauthorized, "it was opened with a password alone");
        recovery.Length.ShouldBe(RecoveryCodes.Count);

        (await RefusalAsync(null)).ShouldBe("auth.second_factor_required");
        (await RefusalAsync(CodeOf(secret))).ShouldBe("auth.invalid_credentials", "the code that switched it on is used up");
        _server.Clock.Advance(TimeSpan.FromSeconds(60));
        var code = CodeOf(secret);
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => PostLoginAsync(code)));
        answers.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBe(1);
    }

    [Fact]
    public async Task A_recovery_code_opens_once()
    {
        var (_, recovery) = await SetUpAsync(await TokenAsync());

        (await PostLoginAsync(recovery[3].ToLowerInvariant())).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await RefusalAsync(recovery[3])).ShouldBe("auth.invalid_credentials");
        (await PostLoginAsync(recovery[4])).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task New_recovery_codes_need_a_proof_and_end_the_old_ones_at_once()
    {
        var token = await TokenAsync();
        (await PostAsync(token, "recovery-codes", new { currentPassword = DemoPeople.Password })).StatusCode.ShouldNotBe(HttpStatusCode.OK, "there is no second factor yet");
        var (secret, old) = await SetUpAsync(token);
        (await PostAsync(token, "recovery-codes", new { })).StatusCode.ShouldNotBe(HttpStatusCode.OK);
        (await PostAsync(token, "recovery-codes", new { currentPassword = "not my password" })).StatusCode.ShouldNotBe(HttpStatusCode.OK);
        (await PostAsync(token, "recovery-codes", new { code = "000000" })).StatusCode.ShouldNotBe(HttpStatusCode.OK);

        var second = await RenewAsync(new { currentPassword = DemoPeople.Password });
        _server.Clock.Advance(TimeSpan.FromSeconds(60));
        var third = await RenewAsync(new { code = CodeOf(secret) });

        second.Concat(third).Concat(old).Distinct().Count().ShouldBe(3 * RecoveryCodes.Count);
        (await RefusalAsync(old[0])).ShouldBe("auth.invalid_credentials");
        (await RefusalAsync(second[0])).ShouldBe("auth.invalid_credentials");
        (await PostLoginAsync(third[0])).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _server.Database.ScalarAsync<long>("SELECT count(*) FROM identity.audit_entries WHERE action = 'recovery_codes_renewed'")).ShouldBe(2);

        async Task<string[]> RenewAsync(object proof)
        {
            var answer = await PostAsync(token, "recovery-codes", proof);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
            return [.. (await answer.Content.ReadFromJsonAsync<NewRecoveryCodes>())!.RecoveryCodes];
        }
    }

    [Fact]
    public async Task Guessing_codes_for_new_recovery_codes_locks_as_guessing_at_sign_in_does()
    {
        var token = await TokenAsync();
        var (secret, _) = await SetUpAsync(token);
        for (var i = 0; i < 5; i++) (await PostAsync(token, "recovery-codes", new { code = "000000" })).StatusCode.ShouldNotBe(HttpStatusCode.OK);
        _server.Clock.Advance(TimeSpan.FromSeconds(60));

        (await PostAsync(token, "recovery-codes", new { code = CodeOf(secret) })).StatusCode.ShouldNotBe(HttpStatusCode.OK);
        (await RefusalAsync(null)).ShouldBe("auth.invalid_credentials");
    }

    [Fact]
    public async Task Wrong_codes_lock_and_a_right_password_in_between_does_not_help()
    {
        var (secret, recovery) = await SetUpAsync(await TokenAsync());
        for (var i = 0; i < 5; i++)
        {
            (await RefusalAsync("000000")).ShouldBe("auth.invalid_credentials");
            await RefusalAsync(null);
        }

        (await RefusalAsync(null)).ShouldBe("auth.invalid_credentials", "locked: not even the password is confirmed any more");
        (await RefusalAsync(recovery[0])).ShouldBe("auth.invalid_credentials");
        _server.Clock.Advance(TimeSpan.FromMinutes(15.1));
        (await PostLoginAsync(CodeOf(secret))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_second_step_of_the_page_needs_the_first_and_ends_with_the_password()
    {
        var (secret, _) = await SetUpAsync(await TokenAsync());
        _server.Clock.Advance(TimeSpan.FromSeconds(60));
        var first = await StepAsync(new SignIn(Sales, DemoPeople.Password, null, Browser: true));
        first.Value.SignedIn.ShouldBeNull();

        (await StepAsync(new SignIn(null, null, null, true, CodeOf(secret), "made up"))).Error!.Code.ShouldBe("auth.invalid_credentials");
        var second = await StepAsync(new SignIn(null, null, null, true, CodeOf(secret), first.Value.Proof));
        second.Value.SignedIn!.UserId.ShouldBe(DemoPeople.Sales);
        _server.Clock.Advance(TimeSpan.FromMinutes(5));
        (await StepAsync(new SignIn(null, null, null, true, CodeOf(secret), first.Value.Proof))).Error!.Code.ShouldBe("auth.invalid_credentials");
    }

    [Fact]
    public async Task A_role_that_needs_one_is_signed_out_and_may_only_set_it_up_until_it_has_one()
    {
        var before = await TokenAsync();
        await DoAsync<ChangeSignInPolicyHandler, SignInPolicyDetails>(h => h.HandleAsync(new ChangeSignInPolicy(["sales"]), default));
        (await WhoAmIAsync(before)).ShouldBe(HttpStatusCode.Unauthorized);

        var tokens = await (await PostLoginAsync(null)).Content.ReadFromJsonAsync<TokenAnswer>();
        (await ClaimsAsync(tokens!.AccessToken)).ShouldContain("restricted=second_factor");
        await SetUpAsync(tokens.AccessToken);
        var renewed = await (await _server.Http.PostAsJsonAsync("/api/auth/refresh", new { refreshToken = tokens.RefreshToken })).Content.ReadFromJsonAsync<TokenAnswer>();

        (await ClaimsAsync(renewed!.AccessToken)).ShouldNotContain("restricted");
        (await PostAsync(renewed.AccessToken, "disable", new { currentPassword = DemoPeople.Password })).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task The_password_switches_it_off_and_an_admin_takes_a_lost_one_away()
    {
        var token = await TokenAsync();
        await SetUpAsync(token);
        (await PostAsync(token, "disable", new { currentPassword = "not my password" })).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await PostAsync(token, "disable", new { currentPassword = DemoPeople.Password })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var again = await TokenAsync();
        await SetUpAsync(again);

        var reset = await DoAsync<ResetSecondFactorHandler, UserDetails>(h => h.HandleAsync(new ResetSecondFactor(DemoPeople.Sales), default));

        reset.Value.TwoFactorEnabled.ShouldBeFalse();
        (await WhoAmIAsync(again)).ShouldBe(HttpStatusCode.Unauthorized);
        (await PostLoginAsync(null)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Changing_the_password_keeps_this_device_and_ends_the_others()
    {
        var here = await TokenAsync();
        var there = await TokenAsync();

        using var request = Request(here, "/api/auth/password/change", new { currentPassword = DemoPeople.Password, newPassword = "two roofs and a ladder" });
        (await _server.Http.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await WhoAmIAsync(here)).ShouldBe(HttpStatusCode.OK);
        (await WhoAmIAsync(there)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Ten_exchanges_of_one_token_at_once_leave_at_most_one_live_chain()
    {
        var tokens = await (await PostLoginAsync(null)).Content.ReadFromJsonAsync<TokenAnswer>();
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => RefreshAsync(tokens!.RefreshToken)));
        var children = new List<string>();
        foreach (var answer in answers.Where(a => a.StatusCode == HttpStatusCode.OK)) children.Add((await answer.Content.ReadFromJsonAsync<TokenAnswer>())!.RefreshToken);

        // Each child goes on for two more rounds, past the moment of grace: what is a chain of its own shows itself.
        var alive = 0;
        foreach (var child in children)
        {
            var token = child;
            var lives = true;
            for (var round = 0; round < 2 && lives; round++)
            {
                _server.Clock.Advance(TimeSpan.FromSeconds(11));
                var next = await RefreshAsync(token);
                lives = next.StatusCode == HttpStatusCode.OK;
                if (lives) token = (await next.Content.ReadFromJsonAsync<TokenAnswer>())!.RefreshToken;
            }

            if (lives) alive++;
        }

        children.ShouldNotBeEmpty();
        alive.ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public async Task A_secret_is_kept_sealed_and_never_audited()
    {
        var (secret, recovery) = await SetUpAsync(await TokenAsync());

        var trail = await _server.Database.ScalarAsync<string>("SELECT string_agg(concat(changes::text, action), ' ') FROM identity.audit_entries");
        trail.ShouldNotBeNull().ShouldContain("second_factor_on");
        trail.ShouldNotContain(secret);
        trail.ShouldNotContain(recovery[0]);
        (await _server.Database.ScalarAsync<string>("SELECT encode(secret, 'escape') FROM identity.second_factors")).ShouldNotBeNull().ShouldNotContain(secret);
    }

    [Fact]
    public async Task A_role_change_while_somebody_signs_in_leaves_no_session_with_the_old_role()
    {
        for (var round = 0; round < 6; round++)
        {
            var role = round % 2 == 0 ? "manager" : "sales";
            var signIns = Enumerable.Range(0, 3).Select(_ => PostLoginAsync(null)).ToArray();
            Result<UserDetails> changed;
            do
            {
                try
                {
                    changed = await DoAsync<ChangeUserHandler, UserDetails>(h => h.HandleAsync(new ChangeUser(DemoPeople.Sales, new UserPatch { Role = new Optional<string?>(role) }), default));
                }
                catch (Shared.Application.Persistence.ConcurrentChangeException)
                {
                    continue;
                }

                break;
            }
            while (true);
            changed.IsSuccess.ShouldBeTrue();
            foreach (var answer in await Task.WhenAll(signIns))
            {
                if (answer.StatusCode != HttpStatusCode.OK) continue;
                var token = (await answer.Content.ReadFromJsonAsync<TokenAnswer>())!.AccessToken;
                if (await WhoAmIAsync(token) == HttpStatusCode.OK) (await ClaimsAsync(token)).ShouldContain($"role={role}");
            }
        }
    }

    private string CodeOf(string base32) => Totp.CodeAt(FromBase32(base32), Totp.StepAt(_server.Clock.GetUtcNow()));

    private async Task<(string Secret, string[] RecoveryCodes)> SetUpAsync(string token)
    {
        var begun = await (await PostAsync(token, "setup", new { })).Content.ReadFromJsonAsync<SecondFactorSecret>();
        begun!.OtpauthUri.ShouldContain($"secret={begun.Secret}");
        begun.QrSvg.ShouldStartWith("<svg");
        (await PostAsync(token, "confirm", new { code = "000000" })).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var confirmed = await PostAsync(token, "confirm", new { code = CodeOf(begun.Secret) });
        confirmed.StatusCode.ShouldBe(HttpStatusCode.OK, await confirmed.Content.ReadAsStringAsync());
        return (begun.Secret, [.. (await confirmed.Content.ReadFromJsonAsync<SecondFactorOn>())!.RecoveryCodes]);
    }

    private async Task<string> TokenAsync() => (await (await PostLoginAsync(null)).Content.ReadFromJsonAsync<TokenAnswer>())!.AccessToken;

    private Task<HttpResponseMessage> PostLoginAsync(string? otp) => _server.Http.PostAsJsonAsync("/api/auth/login", new { email = Sales, password = DemoPeople.Password, otp });

    private Task<HttpResponseMessage> RefreshAsync(string token) => _server.Http.PostAsJsonAsync("/api/auth/refresh", new { refreshToken = token });

    private async Task<string> RefusalAsync(string? otp)
    {
        var answer = await PostLoginAsync(otp);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()!;
    }

    private async Task<HttpResponseMessage> PostAsync(string token, string what, object body)
    {
        using var request = Request(token, $"/api/auth/two-factor/{what}", body);
        return await _server.Http.SendAsync(request);
    }

    private async Task<HttpStatusCode> WhoAmIAsync(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/whoami") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        return (await _server.Http.SendAsync(request)).StatusCode;
    }

    private async Task<string> ClaimsAsync(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/whoami") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        return await (await _server.Http.SendAsync(request)).Content.ReadAsStringAsync();
    }

    private static HttpRequestMessage Request(string token, string path, object body) =>
        new(HttpMethod.Post, path) { Content = JsonContent.Create(body), Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };

    private Task<Result<SignInStep>> StepAsync(SignIn request) => DoAsync<SignInHandler, SignInStep>(h => h.HandleAsync(request, default));

    private Task<Result<T>> DoAsync<THandler, T>(Func<THandler, Task<Result<T>>> act) where THandler : notnull => _server.AsSystemAsync(act);

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
