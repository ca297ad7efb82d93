using System.Text.Json.Serialization;
using IswitchRoofs.Host.Realtime.Channels;
using IswitchRoofs.Shared.Infrastructure.Realtime;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace IswitchRoofs.Host.Realtime;

/// <summary>How live updates reach the browsers, as configured, and what this host's own server serves now.</summary>
/// <param name="Mode"><c>embedded</c> or <c>pusher</c>.</param>
/// <param name="Host">Null: the address that the browser asked.</param>
/// <param name="Connections">Of this host's own server; null when another serves.</param>
/// <param name="Channels">That somebody listens to, of this host's own server.</param>
/// <param name="ReachesOtherHosts">Through Redis or, in mode pusher, through the Channels application.</param>
internal sealed record RealtimeOverview(
    [property: JsonPropertyName("mode")] string Mode,
    [property: JsonPropertyName("key")] string Key,
    [property: JsonPropertyName("cluster")] string? Cluster,
    [property: JsonPropertyName("host")] string? Host,
    [property: JsonPropertyName("port")] int? Port,
    [property: JsonPropertyName("connections")] int? Connections,
    [property: JsonPropertyName("channels")] int? Channels,
    [property: JsonPropertyName("reaches_other_hosts")] bool ReachesOtherHosts)
{
    public static RealtimeOverview Of(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<ChannelsOptions>>().Value;
        var server = options.Mode == ChannelsMode.Embedded ? services.GetService<ChannelsServer>() : null;
        return new RealtimeOverview(
            server is null ? "pusher" : "embedded", options.Key, options.Cluster is "" ? null : options.Cluster, options.Host, options.Port,
            server?.ConnectionCount, server?.Occupied("private-").Count, server is null || services.GetService<IConnectionMultiplexer>() is not null);
    }
}
