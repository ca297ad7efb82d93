namespace IswitchRoofs.Shared.Infrastructure.Realtime;

public enum ChannelsMode
{
    /// <summary>The host serves the Channels protocol itself; no account needed.</summary>
    Embedded,

    /// <summary>A Pusher Channels application, or a server compatible with it, does.</summary>
    Pusher,
}

/// <summary>Settings section <c>Realtime</c>.</summary>
public sealed class ChannelsOptions
{
    public const string Section = "Realtime";

    public ChannelsMode Mode { get; set; } = ChannelsMode.Embedded;

    public string AppId { get; set; } = "iswitchroofs";

    /// <summary>Public: it is in every browser's socket address.</summary>
    public string Key { get; set; } = "iswitchroofs";

    /// <summary>
    /// Signs channel authorisations and publishing. Embedded on a single host it may be left empty: a random one is
    /// made for the life of the process. Several hosts need the same one.
    /// </summary>
    public string Secret { get; set; } = "";

    /// <summary>
    /// Embedded: the public host name of the socket when it differs from the one the browser asked. Pusher: the API
    /// host of a compatible server; empty means Pusher's own for <see cref="Cluster"/>.
    /// </summary>
    public string? Host { get; set; }

    public int? Port { get; set; }

    public bool? UseTls { get; set; }

    /// <summary>Pusher's data centre; browsers' clients insist on one even where it means nothing.</summary>
    public string Cluster { get; set; } = "";

    public int MaxConnections { get; set; } = 10_000;

    public int MaxSubscriptionsPerConnection { get; set; } = 100;

    public int MaxClientMessageBytes { get; set; } = 16 * 1024;

    /// <summary>Messages a slow client may fall behind before it is dropped; it refetches when it is back.</summary>
    public int MaxQueuedMessages { get; set; } = 256;

    /// <summary>Silence after which either side asks whether the other still lives. Below the usual 60 s of proxies.</summary>
    public TimeSpan ActivityTimeout { get; set; } = TimeSpan.FromSeconds(30);

    public TimeSpan PongTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>A connection that subscribes to nothing for so long is closed: an anonymous socket must not occupy a place for ever.</summary>
    public TimeSpan SubscribeWithin { get; set; } = TimeSpan.FromSeconds(60);
}
