using IswitchRoofs.Shared.Application.Caching;
using Microsoft.Extensions.Caching.StackExchangeRedis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;
using ZiggyCreatures.Caching.Fusion;

namespace IswitchRoofs.Shared.Infrastructure.Caching;

public static class CachingRegistration
{
    // A cache that is slower than the database is of no use: give up quickly and go on without it.
    private static readonly TimeSpan RedisTimeout = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// <c>HybridCache</c>, implemented by FusionCache: memory in every host and, with
    /// <c>ConnectionStrings:Redis</c>, Redis behind it with a backplane that evicts the other hosts' memory.
    /// </summary>
    public static IServiceCollection AddCaching(this IServiceCollection services, IConfiguration configuration)
    {
        var prefix = configuration["Cache:Prefix"] ?? "iswitchroofs:";
        var cache = services.AddFusionCache()
            .WithOptions(options =>
            {
                options.CacheKeyPrefix = prefix;
                options.DistributedCacheCircuitBreakerDuration = TimeSpan.FromSeconds(2);
                options.BackplaneCircuitBreakerDuration = TimeSpan.Zero;
                options.EnableAutoRecovery = true;
            })
            .WithDefaultEntryOptions(options =>
            {
                options.Duration = TimeSpan.FromMinutes(5);
                options.DistributedCacheSoftTimeout = RedisTimeout;
                options.DistributedCacheHardTimeout = RedisTimeout;
                options.AllowBackgroundDistributedCacheOperations = false;
                options.AllowBackgroundBackplaneOperations = false;
            });
        if (configuration.GetConnectionString("Redis") is { Length: > 0 } redis)
        {
            var settings = ConfigurationOptions.Parse(redis);
            settings.AbortOnConnectFail = false;
            settings.ConnectTimeout = settings.SyncTimeout = settings.AsyncTimeout = (int)RedisTimeout.TotalMilliseconds;
            settings.BacklogPolicy = BacklogPolicy.FailFast;
            settings.ReconnectRetryPolicy = new LinearRetry(1_000);
            services.AddSingleton<IConnectionMultiplexer>(_ => ConnectionMultiplexer.Connect(settings));
            services.AddSingleton<ICacheGenerations>(provider => new RedisGenerations(
                provider.GetRequiredService<IConnectionMultiplexer>(), prefix, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<RedisGenerations>>()));
            cache
                .WithSerializer(new JsonCacheSerializer())
                .WithDistributedCache(provider => new RedisCache(new RedisCacheOptions
                {
                    ConnectionMultiplexerFactory = () => Task.FromResult(provider.GetRequiredService<IConnectionMultiplexer>()),
                }))
                .WithBackplane(provider => new RedisBackplane(provider.GetRequiredService<IConnectionMultiplexer>(), provider.GetRequiredService<ILogger<RedisBackplane>>()));
        }

        else
        {
            services.AddSingleton<ICacheGenerations, LocalGenerations>();
        }

        cache.AsHybridCache();
        services.AddSingleton<AnswerCache>();
        return services;
    }
}
