using System.Buffers.Text;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using IswitchRoofs.Shared.Application;

namespace IswitchRoofs.Host.Tests.Http;

/// <summary>The conventions of the REST API, on leads.</summary>
[Collection(HostFixture.Shared)]
public sealed class ConventionTests(HostFixture host)
{
    [Fact]
    public async Task Without_a_valid_token_everything_is_401_and_says_how()
    {
        var good = (await host.TokenAsync("sales")).Split('.');
        var none = Base64Url.EncodeToString("""{"alg":"none","typ":"at+jwt"}"""u8);
        var other = good[1][..^4] + (good[1].EndsWith("AAAA", StringComparison.Ordinal) ? "BBBB" : "AAAA");
        string?[] tokens =
        [
            null, "", "garbage", "a.b.c", $"{none}.{good[1]}.", $"{none}.{good[1]}.{good[2]}", $"{good[0]}.{other}.{good[2]}", $"{good[0]}.{good[1]}.", $"{good[0]}.{good[1]}",
        ];
        foreach (var token in tokens)
        {
            using var client = host.NewClient();
            if (token is not null) client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {token}");
            foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Post])
            {
                using var answer = await client.SendAsync(method, "/api/leads", method == HttpMethod.Post ? HttpAssertions.NewLead() : null);
                await answer.ProblemAsync(401);
                answer.Headers.WwwAuthenticate.Select(h => h.Scheme).ShouldContain("Bearer", token);
            }
        }
    }

    [Fact]
    public async Task A_page_cookie_or_basic_credentials_do_not_open_the_api()
    {
        using var client = host.NewClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"sales@iswitchroofs.example:{DemoPeople.Password}")));
        await (await client.GetAsync("/api/leads")).ProblemAsync(401);
    }

    [Fact]
    public async Task Another_users_things_are_not_found()
    {
        using var sales = await host.SignInAsync("sales");
        using var manager = await host.SignInAsync("manager");
        await manager.HavingLeadAsync();
        await host.RelayedAsync();
        foreach (var id in (Guid[])[Guid.CreateVersion7(), DemoPeople.Admin])
            await (await sales.PostAsync($"/api/notifications/{id}/read", null)).ProblemAsync(404);
    }

    [Fact]
    public async Task A_tag_saves_reading_again_and_refuses_to_overwrite()
    {
        using var sales = await host.SignInAsync("sales");
        var (uri, tag, _) = await sales.HavingLeadAsync();

        using var same = await sales.SendAsync(HttpMethod.Get, uri, null, ("If-None-Match", tag));
        same.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        same.Headers.ETag!.ToString().ShouldBe(tag);
        using var changed = await sales.SendAsync(HttpMethod.Patch, uri, new { notes = "first" }, ("If-Match", tag));
        await changed.OkAsync();
        var now = changed.Headers.ETag!.ToString();
        now.ShouldNotBe(tag);

        foreach (var (method, target, body) in ((HttpMethod, string, object?)[])[
            (HttpMethod.Patch, uri, new { notes = "second" }), (HttpMethod.Put, uri, HttpAssertions.NewLead()), (HttpMethod.Delete, uri, null),
            (HttpMethod.Post, $"{uri}/status", new { status = "contacted" }), (HttpMethod.Post, $"{uri}/assign", new { strategy = "smart", force = true })])
        {
            using var late = await sales.SendAsync(method, target, body, ("If-Match", tag));
            var problem = await late.ProblemAsync(412, "stale_version");
            problem.GetProperty("current_version").GetString().ShouldBe(now);
        }

        using var fresh = await sales.SendAsync(HttpMethod.Get, uri, null, ("If-None-Match", tag));
        (await fresh.OkAsync()).GetProperty("notes").GetString().ShouldBe("first");
        using var any = await sales.SendAsync(HttpMethod.Patch, uri, new { notes = "any" }, ("If-Match", "*"));
        await any.OkAsync();
        foreach (var nonsense in (string[])["W/\"1\"", "\"abc\"", "abc", "\"99999999999\""])
        {
            using var refused = await sales.SendAsync(HttpMethod.Patch, uri, new { notes = "x" }, ("If-Match", nonsense));
            await refused.ProblemAsync(412);
        }
    }

    [Fact]
    public async Task A_patch_merges_clears_and_refuses_read_only_fields()
    {
        using var sales = await host.SignInAsync("sales");
        var (uri, _, _) = await sales.HavingLeadAsync();
        foreach (var type in (string[])["application/merge-patch+json", "application/json"])
        {
            using var content = new StringContent("""{"city":"Birmingham","zip_code":null}""", Encoding.UTF8, type);
            using var answer = await sales.PatchAsync(uri, content);
            var lead = await answer.OkAsync();
            lead.GetProperty("city").GetString().ShouldBe("Birmingham");
            lead.GetProperty("zip_code").ValueKind.ShouldBe(JsonValueKind.Null);
            lead.GetProperty("first_name").GetString().ShouldBe("Test");
        }

        foreach (var field in (string[])["id", "score", "temperature", "created_at", "created_by", "converted_at", "customer_id", "status", "assigned_to", "response_minutes"])
            await (await sales.SendAsync(HttpMethod.Patch, uri, $$"""{"{{field}}":null}""")).ProblemAsync(400, "unknown_field", field);
        await (await sales.SendAsync(HttpMethod.Patch, uri, """{"first_name":null}""")).ProblemAsync(400, field: "first_name");
        using var wrongType = new StringContent("city=Birmingham", Encoding.UTF8, "text/plain");
        await (await sales.PatchAsync(uri, wrongType)).ProblemAsync(415);
    }

    [Fact]
    public async Task Put_replaces_everything()
    {
        using var sales = await host.SignInAsync("sales");
        var (uri, _, _) = await sales.HavingLeadAsync();
        await (await sales.SendAsync(HttpMethod.Patch, uri, new { notes = "x", roof_age = 3 })).OkAsync();

        var lead = await (await sales.SendAsync(HttpMethod.Put, uri, HttpAssertions.NewLead("Replaced"))).OkAsync();

        lead.GetProperty("last_name").GetString().ShouldBe("Replaced");
        lead.GetProperty("notes").ValueKind.ShouldBe(JsonValueKind.Null);
        lead.GetProperty("roof_age").ValueKind.ShouldBe(JsonValueKind.Null);
        await (await sales.SendAsync(HttpMethod.Put, uri, """{"first_name":"Only"}""")).ProblemAsync(400, field: "last_name");
    }

    [Fact]
    public async Task An_idempotency_key_makes_a_repeat_harmless()
    {
        using var sales = await host.SignInAsync("sales");
        using var manager = await host.SignInAsync("manager");
        var key = Guid.CreateVersion7().ToString();
        var body = JsonSerializer.Serialize(HttpAssertions.NewLead());

        using var first = await sales.SendAsync(HttpMethod.Post, "/api/leads", body, ("Idempotency-Key", key));
        var lead = (await first.OkAsync(HttpStatusCode.Created)).GetRawText();
        using var second = await sales.SendAsync(HttpMethod.Post, "/api/leads", body, ("Idempotency-Key", key));

        (await second.OkAsync(HttpStatusCode.Created)).GetRawText().ShouldBe(lead);
        second.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        first.Headers.Contains("Idempotency-Replayed").ShouldBeFalse();
        second.Headers.Location.ShouldBe(first.Headers.Location);
        second.Headers.ETag.ShouldBe(first.Headers.ETag);
        await (await sales.SendAsync(HttpMethod.Post, "/api/leads", HttpAssertions.NewLead(), ("Idempotency-Key", key))).ProblemAsync(422, "idempotency.key_reused");
        await (await sales.SendAsync(HttpMethod.Post, "/api/leads/score/preview", "{}", ("Idempotency-Key", key))).ProblemAsync(422, "idempotency.key_reused");

        // Another caller's key is another key; the lead is then a duplicate.
        await (await manager.SendAsync(HttpMethod.Post, "/api/leads", body, ("Idempotency-Key", key))).ProblemAsync(409, "duplicate_suspected");
    }

    [Fact]
    public async Task A_refusal_is_replayed_too()
    {
        using var sales = await host.SignInAsync("sales");
        var key = Guid.CreateVersion7().ToString();
        (string, string) header = ("Idempotency-Key", key);

        await (await sales.SendAsync(HttpMethod.Post, "/api/leads", """{"first_name":"A"}""", header)).ProblemAsync(400, field: "last_name");
        using var second = await sales.SendAsync(HttpMethod.Post, "/api/leads", """{"first_name":"A"}""", header);

        await second.ProblemAsync(400, field: "last_name");
        second.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
    }

    [Fact]
    public async Task Twenty_repeats_at_once_make_one_lead()
    {
        using var sales = await host.SignInAsync("sales");
        var key = Guid.CreateVersion7().ToString();
        var body = JsonSerializer.Serialize(HttpAssertions.NewLead());

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => sales.SendAsync(HttpMethod.Post, "/api/leads", body, ("Idempotency-Key", key))));

        var ids = new HashSet<Guid>();
        foreach (var answer in answers)
        {
            if (answer.StatusCode == HttpStatusCode.Created) ids.Add((await answer.JsonAsync()).GetProperty("id").GetGuid());
            else
            {
                await answer.ProblemAsync(409, "idempotency.in_progress");
                answer.Headers.RetryAfter.ShouldNotBeNull();
            }

            answer.Dispose();
        }

        ids.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_malformed_idempotency_key_is_refused()
    {
        using var sales = await host.SignInAsync("sales");
        foreach (var key in (string[])["", "with space", new string('k', 256)])
            await (await sales.SendAsync(HttpMethod.Post, "/api/leads", HttpAssertions.NewLead(), ("Idempotency-Key", key))).ProblemAsync(400, "idempotency.malformed_key");
        (await sales.SendAsync(HttpMethod.Post, "/api/leads", HttpAssertions.NewLead(), ("Idempotency-Key", new string('k', 255)))).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_list_links_to_its_neighbours()
    {
        using var sales = await host.SignInAsync("sales");
        for (var i = 0; i < 3; i++) await sales.HavingLeadAsync();

        using var second = await sales.GetAsync("/api/leads?per_page=1&page=2&sort=-created_at");
        var page = await second.OkAsync();
        var link = second.Headers.GetValues("Link").Single();
        foreach (var rel in (string[])["first", "prev", "next", "last"]) link.ShouldContain($"rel=\"{rel}\"");
        link.ShouldContain("sort=-created_at");
        var cursor = page.GetProperty("next_cursor").GetString()!;
        using var byCursor = await sales.GetAsync($"/api/leads?per_page=1&sort=-created_at&cursor={cursor}");
        var walked = await byCursor.OkAsync();
        walked.GetProperty("total").ValueKind.ShouldBe(JsonValueKind.Null);
        walked.GetProperty("pages").ValueKind.ShouldBe(JsonValueKind.Null);
        byCursor.Headers.GetValues("Link").Single().ShouldContain("rel=\"next\"");
    }

    [Fact]
    public async Task A_request_id_is_echoed_or_made_and_never_used_to_inject()
    {
        using var sales = await host.SignInAsync("sales");
        (await sales.SendAsync(HttpMethod.Get, "/api/leads", null, ("X-Request-Id", "abc-123"))).Headers.GetValues("X-Request-Id").ShouldBe(["abc-123"]);
        (await sales.GetAsync("/api/leads")).Headers.GetValues("X-Request-Id").Single().ShouldNotBeNullOrEmpty();
        (await sales.GetAsync("/api/nothing")).Headers.Contains("X-Request-Id").ShouldBeTrue();
        (await sales.SendAsync(HttpMethod.Get, "/api/leads", null, ("X-Request-Id", new string('x', 500)))).Headers.GetValues("X-Request-Id").Single().Length.ShouldBeLessThan(200);
    }

    [Fact]
    public async Task Other_origins_get_no_permission()
    {
        using var sales = await host.SignInAsync("sales");
        using var simple = await sales.SendAsync(HttpMethod.Get, "/api/leads", null, ("Origin", "https://evil.example"));
        simple.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
        using var preflight = await host.Anonymous.SendAsync(HttpMethod.Options, "/api/leads", null, ("Origin", "https://evil.example"), ("Access-Control-Request-Method", "POST"));
        preflight.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    [Fact]
    public async Task Beyond_its_budget_a_caller_has_to_wait_and_others_do_not()
    {
        await using var limited = await HostFixture.StartAsync(new Dictionary<string, string?> { ["RateLimits:ReadsPerMinute"] = "5", ["RateLimits:SignInsPerMinute"] = "3" });
        using var sales = await limited.SignInAsync("sales");
        using var manager = await limited.SignInAsync("manager");
        for (var left = 4; left >= 0; left--)
        {
            using var answer = await sales.GetAsync("/api/leads");
            await answer.OkAsync();
            answer.Headers.GetValues("RateLimit-Limit").ShouldBe(["5"]);
            int.Parse(answer.Headers.GetValues("RateLimit-Remaining").Single(), System.Globalization.CultureInfo.InvariantCulture).ShouldBeInRange(left, left + 1);
            answer.Headers.Contains("RateLimit-Reset").ShouldBeTrue();
        }

        using var refused = await FirstRefusedAsync(() => sales.GetAsync("/api/leads"));
        await refused.ProblemAsync(429, "rate_limited");
        refused.Headers.RetryAfter.ShouldNotBeNull();
        (await manager.GetAsync("/api/leads")).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var signIn = await FirstRefusedAsync(() => limited.Anonymous.PostAsJsonAsync("/api/auth/login", new { email = "tech@iswitchroofs.example", password = "wrong-password-1" }));
        await signIn.ProblemAsync(429, "auth.too_many_attempts");
    }

    private static async Task<HttpResponseMessage> FirstRefusedAsync(Func<Task<HttpResponseMessage>> send)
    {
        // A slow machine may have earned a request back meanwhile.
        for (var attempt = 0; ; attempt++)
        {
            var answer = await send();
            if (answer.StatusCode == HttpStatusCode.TooManyRequests || attempt == 10) return answer;
            answer.Dispose();
        }
    }
}
