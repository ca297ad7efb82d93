using System.Net;
using System.Text;
using System.Text.Json;
using IswitchRoofs.Shared.Infrastructure.Realtime;

namespace IswitchRoofs.Host.Tests.Realtime;

public sealed class ChannelsHttpApiTests
{
    private const string Valid = """{"name":"e","channels":["private-a"],"data":"{}"}""";

    [Fact]
    public async Task A_signed_event_is_delivered()
    {
        await using var host = await ChannelsHost.StartAsync();
        await using var listener = await host.ListenAsync("private-a");

        using var response = await PostAsync(host, "events", Valid);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).ShouldBe("{}");
        (await listener.NextAsync()).Event.ShouldBe("e");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"name":"e","channels":["private-a"]}""")]
    [InlineData("""{"name":"e","channels":["private-a"],"data":{}}""")]
    [InlineData("""{"name":7,"channels":["private-a"],"data":"{}"}""")]
    [InlineData("""{"name":"pusher:error","channels":["private-a"],"data":"{}"}""")]
    [InlineData("""{"name":"e","channels":[],"data":"{}"}""")]
    [InlineData("""{"name":"e","channels":[7],"data":"{}"}""")]
    [InlineData("""{"name":"e","channel":"private a","data":"{}"}""")]
    [InlineData("""{"name":"e","channel":"private-a","data":"{}","socket_id":"x"}""")]
    public async Task An_event_that_makes_no_sense_is_a_bad_request(string body)
    {
        await using var host = await ChannelsHost.StartAsync();

        using var response = await PostAsync(host, "events", body);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await CodeAsync(response)).ShouldBe("realtime.invalid_event");
    }

    [Fact]
    public async Task Too_large_an_event_is_refused_as_such()
    {
        await using var host = await ChannelsHost.StartAsync();

        using var large = await PostAsync(host, "events", JsonSerializer.Serialize(new { name = "e", channel = "private-a", data = new string('x', 10_241) }));
        large.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);

        using var huge = await PostAsync(host, "events", new string(' ', 1_100_000));
        huge.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_batch_with_one_bad_event_delivers_none()
    {
        await using var host = await ChannelsHost.StartAsync();
        await using var listener = await host.ListenAsync("private-a");

        using var response = await PostAsync(host, "batch_events", $$"""{"batch":[{"name":"e","channel":"private-a","data":"{}"},{"name":"","channel":"private-a","data":"{}"}]}""");

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await listener.NothingCameAsync();
    }

    [Fact]
    public async Task A_batch_holds_ten_events_at_most()
    {
        await using var host = await ChannelsHost.StartAsync();
        await using var listener = await host.ListenAsync("private-a");
        const string one = """{"name":"e","channel":"private-a","data":"{}"}""";

        using var ten = await PostAsync(host, "batch_events", $$"""{"batch":[{{string.Join(',', Enumerable.Repeat(one, 10))}}]}""");
        ten.StatusCode.ShouldBe(HttpStatusCode.OK);
        for (var i = 0; i < 10; i++) (await listener.NextAsync()).Event.ShouldBe("e");

        using var eleven = await PostAsync(host, "batch_events", $$"""{"batch":[{{string.Join(',', Enumerable.Repeat(one, 11))}}]}""");
        eleven.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var none = await PostAsync(host, "batch_events", """{"batch":[]}""");
        none.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_request_that_is_not_signed_as_documented_is_unauthorised()
    {
        await using var host = await ChannelsHost.StartAsync();
        await using var listener = await host.ListenAsync("private-a");
        var now = DateTimeOffset.UtcNow;
        var good = Query(host, Valid, now);

        string[] bad =
        [
            "",
            good.Replace("auth_version=1.0", "auth_version=2.0", StringComparison.Ordinal),
            good.Replace($"auth_key={host.Options.Key}", "auth_key=other", StringComparison.Ordinal),
            good.Replace("auth_timestamp=", "auth_timestamp=-", StringComparison.Ordinal),
            good[..^1],
            good + "&extra=1",
            good + "&auth_version=1.0",
            Query(host, Valid + " ", now),
            Query(host, Valid, now.AddSeconds(-620)),
            Query(host, Valid, now.AddSeconds(620)),
            Query(host, Valid, now, secret: "guessed"),
            ChannelsSignature.SignedQuery(host.Options.Key, host.Options.Secret, "GET", "/apps/iswitchroofs/events", Encoding.UTF8.GetBytes(Valid), now),
            // Signed for nothing, sent with a body.
            ChannelsSignature.SignedQuery(host.Options.Key, host.Options.Secret, "POST", "/apps/iswitchroofs/events", [], now),
        ];
        foreach (var query in bad)
        {
            using var response = await SendAsync(host, "events", Valid, query);
            response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, query);
            (await CodeAsync(response)).ShouldBe("realtime.invalid_signature");
        }

        await listener.NothingCameAsync();
    }

    [Fact]
    public async Task Another_application_is_not_found()
    {
        await using var host = await ChannelsHost.StartAsync();
        using var response = await host.Http.GetAsync("/apps/other/channels");

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static string Query(ChannelsHost host, string body, DateTimeOffset now, string? secret = null, string operation = "events") =>
        ChannelsSignature.SignedQuery(host.Options.Key, secret ?? host.Options.Secret, "POST", $"/apps/{host.Options.AppId}/{operation}", Encoding.UTF8.GetBytes(body), now);

    private static Task<HttpResponseMessage> PostAsync(ChannelsHost host, string operation, string body) =>
        SendAsync(host, operation, body, Query(host, body, DateTimeOffset.UtcNow, operation: operation));

    private static async Task<HttpResponseMessage> SendAsync(ChannelsHost host, string operation, string body, string query)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await host.Http.PostAsync($"/apps/{host.Options.AppId}/{operation}?{query}", content);
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage response)
    {
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return problem.RootElement.GetProperty("code").GetString();
    }
}
