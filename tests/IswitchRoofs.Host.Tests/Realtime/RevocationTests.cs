using System.Text.Json;

namespace IswitchRoofs.Host.Tests.Realtime;

public sealed class RevocationTests
{
    private readonly Guid _user = Guid.CreateVersion7();
    private readonly Guid _session = Guid.CreateVersion7();

    private string Own => $"private-user-{_user}";

    [Fact]
    public async Task A_disconnected_user_hears_nothing_more_until_authorised_anew()
    {
        await using var host = await ChannelsHost.StartAsync();
        await using var socket = await host.ConnectAsync();
        await using var bystander = await host.ListenAsync(Own);
        var (auth, data) = await AuthorizeAsync(host, socket);
        await socket.SubscribeAsync(Own, auth, data);

        host.Revocation.DisconnectUser(_user);
        await host.PublishAsync(Own, "secret");

        (await socket.NextAsync()).Event.ShouldBe("closed");
        socket.CloseCode.ShouldBe(4101);
        (await bystander.NextAsync()).Event.ShouldBe("secret");
    }

    [Fact]
    public async Task Ending_one_session_leaves_the_users_others()
    {
        await using var host = await ChannelsHost.StartAsync();
        await using var ended = await host.ConnectAsync();
        await using var other = await host.ConnectAsync();
        var (auth, data) = await AuthorizeAsync(host, ended);
        await ended.SubscribeAsync(Own, auth, data);
        (auth, data) = await AuthorizeAsync(host, other, Guid.CreateVersion7());
        await other.SubscribeAsync(Own, auth, data);

        host.Revocation.DisconnectSession(_session);

        (await ended.CloseCodeAsync()).ShouldBe(4101);
        await other.NothingCameAsync();
    }

    [Fact]
    public async Task An_authorisation_from_before_the_revocation_is_worth_nothing_after_it()
    {
        await using var host = await ChannelsHost.StartAsync();
        await using var socket = await host.ConnectAsync();
        var (auth, data) = await AuthorizeAsync(host, socket);

        host.Revocation.DisconnectUser(_user);
        await socket.RequestSubscriptionAsync(Own, auth, data);

        (await socket.NextAsync()).Event.ShouldBe("pusher:subscription_error");
    }

    [Fact]
    public async Task The_listener_cannot_claim_to_be_somebody_else()
    {
        await using var host = await ChannelsHost.StartAsync();
        await using var socket = await host.ConnectAsync();
        var (auth, data) = await AuthorizeAsync(host, socket);

        foreach (var forged in new[] { null, "", data!.Replace(_user.ToString(), Guid.CreateVersion7().ToString(), StringComparison.Ordinal) })
        {
            await socket.RequestSubscriptionAsync(Own, auth, forged);
            (await socket.NextAsync()).Event.ShouldBe("pusher:subscription_error");
            (await socket.NextAsync()).Event.ShouldBe("pusher:error");
        }
    }

    [Fact]
    public async Task Listeners_are_known_by_user_and_session()
    {
        await using var host = await ChannelsHost.StartAsync();
        await using var socket = await host.ConnectAsync();
        var (auth, data) = await AuthorizeAsync(host, socket);
        await socket.SubscribeAsync(Own, auth, data);

        var listener = host.Server.Subscribers().ShouldHaveSingleItem();
        (listener.UserId, listener.SessionId).ShouldBe((_user, _session));
    }

    private async Task<(string? Auth, string? Data)> AuthorizeAsync(ChannelsHost host, ChannelsSocket socket, Guid? session = null)
    {
        using var response = await host.AuthorizeAsync($"{_user}/{session ?? _session}", socket.SocketId, Own);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return (json.RootElement.GetProperty("auth").GetString(), json.RootElement.GetProperty("channel_data").GetString());
    }
}
