using System.Security.Cryptography;
using IswitchRoofs.Host.Realtime.Channels;
using IswitchRoofs.Identity.Application.Accounts;
using IswitchRoofs.Shared.Application.Realtime;
using IswitchRoofs.Shared.Infrastructure.Realtime;
using Microsoft.Extensions.DependencyInjection.Extensions;
using StackExchange.Redis;

namespace IswitchRoofs.Host.Realtime;

internal static class RealtimeSetup
{
    /// <summary>
    /// Live updates by the embedded server or by a Channels application, as <c>Realtime:Mode</c> says. Uses an
    /// <see cref="IConnectionMultiplexer"/> to reach other hosts' browsers when one is registered.
    /// </summary>
    public static IServiceCollection AddRealtime(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(ChannelsOptions.Section);
        services.AddOptions<ChannelsOptions>().Bind(section)
            .PostConfigure(MakeSecret)
            .Validate(
                o => o.Mode == ChannelsMode.Embedded || (o.AppId != "" && o.Key != "" && o.Secret != ""),
                "Realtime:Mode=pusher needs Realtime:AppId, Key and Secret.")
            .Validate(
                o => o.Mode == ChannelsMode.Embedded || o.Cluster != "" || !string.IsNullOrEmpty(o.Host),
                "Realtime:Mode=pusher needs Realtime:Cluster or Realtime:Host.")
            .Validate(
                o => o is { MaxConnections: > 0, MaxSubscriptionsPerConnection: > 0, MaxClientMessageBytes: > 0, MaxQueuedMessages: > 0 }
                    && o.ActivityTimeout > TimeSpan.Zero && o.PongTimeout > TimeSpan.Zero && o.SubscribeWithin > TimeSpan.Zero,
                "The limits of Realtime must be positive.")
            .Validate<IHostEnvironment, IServiceProviderIsService>(
                (o, environment, registered) => o.Mode != ChannelsMode.Embedded
                    || !string.IsNullOrEmpty(section[nameof(ChannelsOptions.Secret)])
                    || !environment.IsProduction()
                    || !registered.IsService(typeof(IConnectionMultiplexer)),
                "Hosts that share a Redis need the same Realtime:Secret: a subscription signed by one is checked by another.")
            .ValidateOnStart();

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<RealtimeMetrics>();
        services.AddSingleton<ISessionEndListener, EndedSessions>();
        services.TryAddScoped<IChannelAccess>(p => new ChannelAccess(p.GetService<IChannelAudience>()));

        if (section.GetValue(nameof(ChannelsOptions.Mode), ChannelsMode.Embedded) == ChannelsMode.Pusher)
        {
            services.AddPusherRealtime();
            services.AddSingleton<IRealtimeRevocation, PusherRevocation>();
            return services;
        }

        services.AddSingleton<ChannelsServer>();
        services.AddSingleton(p => p.GetService<IConnectionMultiplexer>() is { } redis
            ? ActivatorUtilities.CreateInstance<RedisFanout>(p, redis)
            : ActivatorUtilities.CreateInstance<RedisFanout>(p));
        services.AddSingleton<EmbeddedRealtime>();
        services.AddSingleton<IRealtime>(p => p.GetRequiredService<EmbeddedRealtime>());
        services.AddSingleton<IRealtimeRevocation>(p => p.GetRequiredService<EmbeddedRealtime>());
        services.AddHostedService(p => p.GetRequiredService<RedisFanout>());
        services.AddHostedService<ChannelsKeeper>();
        return services;
    }

    // One host signs and checks alone, so any secret will do as long as nobody can guess it.
    private static void MakeSecret(ChannelsOptions options)
    {
        if (options is { Mode: ChannelsMode.Embedded, Secret: "" })
            options.Secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
    }
}
