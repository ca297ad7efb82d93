using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;
using IswitchRoofs.Host.Realtime;
using IswitchRoofs.Shared.Infrastructure.Realtime;

namespace IswitchRoofs.Host.Tests.Realtime;

public sealed class RealtimeEndpointsTests
{
    private static readonly Guid User = Guid.Parse("0198c0de-0000-7000-8000-00000000000a");
    private static readonly Guid Team = Guid.Parse("0198c0de-0000-7000-8000-00000000000b");
    private static readonly Guid Project = Guid.Parse("0198c0de-0000-7000-8000-00000000000c");

    [Fact]
    public async Task The_configuration_is_what_a_stock_client_needs()
    {
        await using var host = await ChannelsHost.StartAsync();

        (await GetAsync(host, "/api/realtime/config")).ShouldBe(
            $$"""{"key":"iswitchroofs","host":"127.0.0.1","port":{{host.Address.Port}},"cluster":"embedded","use_tls":false}""");
    }

    [Fact]
    public async Task The_configuration_names_the_public_address_when_one_is_set()
    {
        await using var host = await ChannelsHost.StartAsync(new Dictionary<string, string?>
        {
            ["Realtime:Host"] = "crm.example.com", ["Realtime:Port"] = "443", ["Realtime:UseTls"] = "true", ["Realtime:Key"] = "office",
        });

        (await GetAsync(host, "/api/realtime/config")).ShouldBe("""{"key":"office","host":"crm.example.com","port":443,"cluster":"embedded","use_tls":true}""");
    }

    [Fact]
    public async Task The_configuration_of_a_channels_application_names_its_cluster()
    {
        await using var host = await ChannelsHost.StartAsync(PusherSettings());

        (await GetAsync(host, "/api/realtime/config")).ShouldBe("""{"key":"k","host":null,"port":null,"cluster":"us2","use_tls":true}""");
    }

    [Fact]
    public async Task For_a_channels_application_the_plain_documented_signature_is_given()
    {
        await using var host = await ChannelsHost.StartAsync(PusherSettings());
        using var response = await host.AuthorizeAsync($"{User}", "1.2", $"private-user-{User}");

        (await response.Content.ReadAsStringAsync()).ShouldBe($$"""{"auth":"{{ChannelsSignature.OfChannel("k", "s", "1.2", $"private-user-{User}")}}"}""");
        using var socket = await host.Http.GetAsync("/app/k");
        socket.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nobody_is_told_or_authorised_without_signing_in()
    {
        await using var host = await ChannelsHost.StartAsync();

        using var config = await host.Http.GetAsync("/api/realtime/config");
        config.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var auth = await host.AuthorizeAsync(null, "1.2", $"private-user-{User}");
        auth.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("private-user-0198c0de-0000-7000-8000-00000000000a", true)]
    [InlineData("private-team-0198c0de-0000-7000-8000-00000000000b", true)]
    [InlineData("private-project-0198c0de-0000-7000-8000-00000000000c", true)]
    [InlineData("private-dashboard", true)]
    [InlineData("private-user-0198c0de-0000-7000-8000-00000000000b", false)]
    [InlineData("private-team-0198c0de-0000-7000-8000-00000000000a", false)]
    [InlineData("private-project-0198c0de-0000-7000-8000-00000000000a", false)]
    // Other spellings of the right id are other channels.
    [InlineData("private-user-0198C0DE-0000-7000-8000-00000000000A", false)]
    [InlineData("private-user-0198c0de00007000800000000000000a", false)]
    [InlineData("private-user-", false)]
    [InlineData("private-dashboard-2", false)]
    [InlineData("private-leads", false)]
    [InlineData("dashboard", false)]
    [InlineData("presence-team-0198c0de-0000-7000-8000-00000000000b", false)]
    public async Task A_channel_is_for_those_whom_its_owner_names(string channel, bool allowed)
    {
        await using var host = await ChannelsHost.StartAsync(audience: new Audience());
        using var response = await host.AuthorizeAsync($"{User}", "1.2", channel);

        response.StatusCode.ShouldBe(allowed ? HttpStatusCode.OK : HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Without_anybody_to_ask_only_the_users_own_channel_is_open()
    {
        await using var host = await ChannelsHost.StartAsync();

        foreach (var channel in new[] { $"private-team-{Team}", $"private-project-{Project}", "private-dashboard" })
        {
            using var response = await host.AuthorizeAsync($"{User}", "1.2", channel);
            response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }
    }

    [Theory]
    [InlineData("", "private-dashboard")]
    [InlineData("1.2:private-user-x", "private-dashboard")]
    [InlineData("1.2\n", "private-dashboard")]
    [InlineData("1.2", "")]
    [InlineData("1.2", "private-dashboard\n")]
    [InlineData("1.2", "private-dashboard:{}")]
    [InlineData("1.2", "private-\0")]
    public async Task Malformed_input_is_never_signed(string socketId, string channel)
    {
        await using var host = await ChannelsHost.StartAsync(audience: new Audience());
        using var response = await host.AuthorizeAsync($"{User}", socketId, channel);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task A_field_given_twice_is_refused()
    {
        await using var host = await ChannelsHost.StartAsync(audience: new Audience());
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/realtime/auth");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", $"{User}");
        request.Content = new FormUrlEncodedContent([new("socket_id", "1.2"), new("channel_name", "private-dashboard"), new("channel_name", "private-other")]);

        using var response = await host.Http.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_body_that_is_no_form_is_refused()
    {
        await using var host = await ChannelsHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/realtime/auth");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", $"{User}");
        request.Content = new StringContent("{}", null, "application/json");

        using var response = await host.Http.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task A_cookie_alone_is_not_enough()
    {
        await using var host = await ChannelsHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/realtime/auth");
        request.Headers.Add("Cookie", $"user={User}");
        request.Content = new FormUrlEncodedContent([new("socket_id", "1.2"), new("channel_name", $"private-user-{User}")]);

        using var response = await host.Http.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static Dictionary<string, string?> PusherSettings() => new()
    {
        ["Realtime:Mode"] = "pusher", ["Realtime:AppId"] = "1", ["Realtime:Key"] = "k", ["Realtime:Secret"] = "s", ["Realtime:Cluster"] = "us2",
    };

    private static async Task<string> GetAsync(ChannelsHost host, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", $"{User}");
        using var response = await host.Http.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await response.Content.ReadAsStringAsync();
    }

    private sealed class Audience : IChannelAudience
    {
        public ValueTask<bool> MayHearTeamAsync(ClaimsPrincipal user, Guid teamId, CancellationToken ct) => ValueTask.FromResult(teamId == Team);

        public ValueTask<bool> MayHearProjectAsync(ClaimsPrincipal user, Guid projectId, CancellationToken ct) => ValueTask.FromResult(projectId == Project);

        public ValueTask<bool> MayHearDashboardAsync(ClaimsPrincipal user, CancellationToken ct) => ValueTask.FromResult(true);
    }
}
