using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace IswitchRoofs.Host.Tests.Http;

/// <summary>Whatever is sent, the answer is the right refusal and never an error of the server.</summary>
[Collection(HostFixture.Shared)]
public sealed class InputTests(HostFixture host)
{
    [Theory]
    [InlineData("", "body_required", null)]
    [InlineData("{", "malformed_json", null)]
    [InlineData("{\"first_name\":}", "malformed_json", null)]
    [InlineData("[]", null, null)]
    [InlineData("null", null, null)]
    [InlineData("\"text\"", null, null)]
    [InlineData("42", null, null)]
    [InlineData("{\"first_name\":42}", "wrong_type", "first_name")]
    [InlineData("{\"first_name\":{\"a\":1}}", "wrong_type", "first_name")]
    [InlineData("{\"property_value\":\"many\"}", "wrong_type", "property_value")]
    [InlineData("{\"property_value\":1e400}", "wrong_type", "property_value")]
    [InlineData("{\"roof_age\":1.5}", "wrong_type", "roof_age")]
    [InlineData("{\"roof_age\":99999999999}", "wrong_type", "roof_age")]
    [InlineData("{\"budget_confirmed\":\"yes\"}", "wrong_type", "budget_confirmed")]
    [InlineData("{\"next_follow_up_on\":\"2026-02-30\"}", "wrong_type", "next_follow_up_on")]
    [InlineData("{\"tags\":\"storm\"}", "wrong_type", "tags")]
    [InlineData("{\"tags\":[1]}", "wrong_type", null)]
    [InlineData("{\"score\":100}", "unknown_field", "score")]
    [InlineData("{\"first_name\":\"A\",\"shoe_size\":42}", "unknown_field", "shoe_size")]
    [InlineData("{\"First_Name\":\"A\"}", "unknown_field", "First_Name")]
    [InlineData("{\"first_name\":\"A\",\"first_name\":\"B\"}", "duplicate_field", "first_name")]
    [InlineData("{\"first_name\":\"a\\u0000b\"}", "wrong_type", "first_name")]
    [InlineData("{\"notes\":\"\\ud800\"}", "wrong_type", "notes")]
    public async Task A_body_that_is_not_a_lead_is_refused_naming_what_is_wrong(string body, string? code, string? field)
    {
        using var sales = await host.SignInAsync("sales");
        foreach (var uri in (string[])["/api/leads", "/api/leads/score/preview"])
        {
            using var answer = await sales.SendAsync(HttpMethod.Post, uri, body);
            await answer.ProblemAsync(400, code, field);
        }
    }

    [Theory]
    [InlineData("/api/partners/stats?to=0001-01-01", "to")]
    [InlineData("/api/leads/stats/response?to=0001-01-01", "to")]
    [InlineData("/api/leads/stats/response?from=9999-12-31T00:00:00Z", "from")]
    [InlineData("/api/appointments?from=0001-01-01T00:00:00%2B14:00", "from")]
    [InlineData("/api/interactions?to=9999-12-31", "to")]
    [InlineData("/api/leads?created_to=9999-12-31", "created_to")]
    [InlineData("/api/appointments?to=9999-12-31", "to")]
    public async Task A_bound_at_the_ends_of_the_calendar_is_refused_by_name(string address, string field)
    {
        using var manager = await host.SignInAsync("manager");
        using var answer = await manager.GetAsync(address);
        await answer.ProblemAsync(400, field: field);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        using var sales = await host.SignInAsync("sales");
        foreach (var bytes in (byte[][])[[0], [0xFF, 0xFE], [.. "{\"notes\":\""u8, 0xC3, 0x28, .. "\"}"u8], [.. "{\"notes\":\"a"u8, 0, .. "\"}"u8]])
        {
            using var content = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            using var answer = await sales.PostAsync("/api/leads", content);
            await answer.ProblemAsync(400);
        }
    }

    [Fact]
    public async Task A_body_nested_too_deeply_is_refused()
    {
        using var sales = await host.SignInAsync("sales");
        using var answer = await sales.SendAsync(HttpMethod.Post, "/api/leads", string.Concat(Enumerable.Repeat("{\"a\":", 5_000)) + "1" + new string('}', 5_000));

        await answer.ProblemAsync(400);
    }

    [Fact]
    public async Task A_name_of_three_hundred_characters_is_refused()
    {
        using var sales = await host.SignInAsync("sales");
        using var answer = await sales.SendAsync(HttpMethod.Post, "/api/leads", new { first_name = new string('x', 300), last_name = "B", email = "x@example.com", source = "referral" });

        await answer.ProblemAsync(400, field: "first_name");
    }

    [Theory]
    [InlineData("?per_page=100000", "per_page")]
    [InlineData("?per_page=0", "per_page")]
    [InlineData("?per_page=-1", "per_page")]
    [InlineData("?per_page=ten", "per_page")]
    [InlineData("?page=0", "page")]
    [InlineData("?page=101&per_page=100", "page")]
    [InlineData("?page=99999999999", "page")]
    [InlineData("?cursor=garbage", "cursor")]
    [InlineData("?page=1&cursor=e30", "cursor")]
    [InlineData("?sort=shoe_size", "sort")]
    [InlineData("?sort=score,score", "sort")]
    [InlineData("?status=asleep", "status")]
    [InlineData("?score_min=many", "score_min")]
    [InlineData("?score_min=101", "score_min")]
    [InlineData("?assigned_to=sam", "assigned_to")]
    [InlineData("?created_from=yesterday", "created_from")]
    [InlineData("?created_to=0001-01-01T00:00:00%2B14:00", "created_to")]
    [InlineData("?created_to=9999-12-31", "created_to")]
    [InlineData("?converted=maybe", "converted")]
    [InlineData("?shoe_size=42", "shoe_size")]
    [InlineData("?status[ne]=new", "status[ne]")]
    [InlineData("?status=new&status=lost", "status")]
    [InlineData("?q=a%00b", "q")]
    [InlineData("?q=%FF", "q")]
    [InlineData("?tag=%00", "tag")]
    public async Task A_query_that_means_nothing_is_refused_naming_the_parameter(string query, string field)
    {
        using var sales = await host.SignInAsync("sales");
        using var answer = await sales.GetAsync($"/api/leads{query}");

        var problem = await answer.ProblemAsync(400, field: field);
        if (query.StartsWith("?page=101", StringComparison.Ordinal)) problem.GetRawText().ShouldContain("cursor");
    }

    [Theory]
    [InlineData("/api/leads/%00")]
    [InlineData("/api/leads/abc")]
    [InlineData("/api/leads/01900000-0000-7000-8000-00000000000f")]
    [InlineData("/api/leads/01900000-0000-7000-8000-00000000000f%00")]
    [InlineData("/api/leads/..%2F..%2Fetc")]
    [InlineData("/api/nothing")]
    [InlineData("/api/%FF")]
    public async Task An_address_of_nothing_is_not_found(string path)
    {
        // Raw, because a client library would tidy the address up.
        using var socket = new TcpClient();
        await socket.ConnectAsync(host.Address.Host, host.Address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {await host.TokenAsync("sales")}\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync();

        answer.Split(' ')[1].ShouldBeOneOf("404", "400");
        if (answer.Split(' ')[1] == "404") answer.ShouldContain("application/problem+json");
    }

    [Fact]
    public async Task Other_methods_media_types_and_sizes_are_refused_as_what_they_are()
    {
        using var sales = await host.SignInAsync("sales");
        var (uri, _, _) = await sales.HavingLeadAsync();

        using var wrongMethod = await sales.SendAsync(HttpMethod.Put, "/api/leads", HttpAssertions.NewLead());
        await wrongMethod.ProblemAsync(405, "method_not_allowed");
        wrongMethod.Content.Headers.Allow.ShouldContain("POST");
        foreach (var type in (string[])["text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data"])
        {
            using var content = new StringContent("{}", Encoding.UTF8, type);
            using var answer = await sales.PostAsync("/api/leads", content);
            await answer.ProblemAsync(415, "unsupported_media_type");
        }

        // As curl does with large bodies: the refusal may come before the body is sent, which would break the connection under it.
        using var tooMuch = HttpAssertions.Request(HttpMethod.Post, "/api/leads", JsonSerializer.Serialize(new { notes = new string('x', 1_100_000) }));
        tooMuch.Headers.ExpectContinue = true;
        using var large = await sales.SendAsync(tooMuch);
        await large.ProblemAsync(413, "body_too_large");
        using var patch = await sales.SendAsync(HttpMethod.Patch, uri, "{\"score\":100}");
        await patch.ProblemAsync(400, "unknown_field", "score");
        (await sales.GetAsync("/api")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
