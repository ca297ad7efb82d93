using IswitchRoofs.Shared.Application.Realtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IswitchRoofs.Shared.Infrastructure.Realtime;

public static class PusherRealtimeSetup
{
    /// <summary>Publishes through a Channels application; expects <see cref="ChannelsOptions"/> to be configured.</summary>
    public static IServiceCollection AddPusherRealtime(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<RealtimeMetrics>();
        // One client for the life of the process, so connections must not outlive a change of address by much.
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<ChannelsClient>(provider, new HttpClient(
            new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2), AllowAutoRedirect = false })));
        services.AddSingleton<PusherRealtime>();
        services.AddSingleton<IRealtime>(provider => provider.GetRequiredService<PusherRealtime>());
        services.AddHostedService(provider => provider.GetRequiredService<PusherRealtime>());
        return services;
    }
}
