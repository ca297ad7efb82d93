using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using IswitchRoofs.Host.Web.OpenApi;
using IswitchRoofs.Identity.Application.Mail;
using IswitchRoofs.Shared.Infrastructure.Messaging.Outbox;
using IswitchRoofs.Shared.Infrastructure.Persistence;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using StackExchange.Redis;

namespace IswitchRoofs.Host.Startup;

/// <summary>Is the process alive, is it ready, and what does it measure.</summary>
internal static class Health
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    public static void AddHealth(this IServiceCollection services) =>
        services
            .AddSingleton<MigrationHealth>() // Remembers what it found: asking costs queries in every schema.
            .AddHealthChecks()
            .AddCheck<DatabaseHealth>("database", timeout: Timeout, tags: ["ready"])
            .AddCheck<MigrationHealth>("migrations", timeout: TimeSpan.FromSeconds(10), tags: ["ready"])
            .AddCheck<OutboxHealth>("outbox", HealthStatus.Degraded, timeout: Timeout, tags: ["ready"])
            .AddCheck<MailHealth>("mail", HealthStatus.Degraded, timeout: Timeout, tags: ["ready"])
            .AddCheck<CacheHealth>("cache", HealthStatus.Degraded, timeout: Timeout, tags: ["ready"]);

    public static void MapPlatform(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready"), ResponseWriter = WriteAsync }).AllowAnonymous();
        app.MapPrometheusScrapingEndpoint("/metrics").AllowAnonymous();
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/metrics"), metrics => metrics.Use(GuardMetrics));
        app.MapApiDocument();
        app.MapGet("/api", GetApi).WithName(nameof(GetApi)).WithSummary("Name, version and links").WithTags("Platform").AllowAnonymous();
    }

    private static ApiRoot GetApi() => new(
        "IswitchRoofs CRM", typeof(Health).Assembly.GetName().Version!.ToString(3),
        new Dictionary<string, string>
        {
            ["openapi"] = "/openapi/v1.json", ["docs"] = "/docs/api", ["health"] = "/health/ready",
            ["sign_in"] = "/api/auth/login", ["leads"] = "/api/leads", ["customers"] = "/api/customers",
            ["projects"] = "/api/projects", ["appointments"] = "/api/appointments", ["dashboard"] = "/api/analytics/dashboard",
        });

    // Figures tell about a business: this machine's scraper, or whoever knows the token.
    private static Task GuardMetrics(HttpContext http, RequestDelegate next)
    {
        var token = http.RequestServices.GetRequiredService<IConfiguration>()["Metrics:Token"];
        var isLocal = http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && !http.Request.Headers.ContainsKey("X-Original-For");
        var knowsToken = token is { Length: > 0 } && System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(
            System.Text.Encoding.UTF8.GetBytes(http.Request.Headers.Authorization.ToString()), System.Text.Encoding.UTF8.GetBytes($"Bearer {token}"));
        if (isLocal || knowsToken) return next(http);
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static Task WriteAsync(HttpContext http, HealthReport report)
    {
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(JsonSerializer.Serialize(new
        {
            status = report.Status.ToString().ToLowerInvariant(),
            checks = report.Entries.ToDictionary(e => e.Key, e => new { status = e.Value.Status.ToString().ToLowerInvariant(), description = e.Value.Description }),
        }), http.RequestAborted);
    }

    private static bool IsAway(Exception e) => e is NpgsqlException or SocketException or OperationCanceledException;

    private sealed record ApiRoot(string Name, string Version, IReadOnlyDictionary<string, string> Links);

    private sealed class DatabaseHealth(NpgsqlDataSource dataSource) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                await using var command = dataSource.CreateCommand("SELECT 1");
                await command.ExecuteScalarAsync(cancellationToken);
                return HealthCheckResult.Healthy();
            }
            catch (Exception e) when (IsAway(e))
            {
                return HealthCheckResult.Unhealthy("does not answer");
            }
        }
    }

    private sealed class MigrationHealth(IEnumerable<IModuleMigrator> modules) : IHealthCheck
    {
        private readonly ConcurrentDictionary<string, bool> _upToDate = new(StringComparer.Ordinal);

        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                await Parallel.ForEachAsync(modules.Where(m => !_upToDate.ContainsKey(m.Schema)), cancellationToken, async (module, ct) =>
                {
                    if (await module.IsUpToDateAsync(ct)) _upToDate[module.Schema] = true;
                });
                if (modules.FirstOrDefault(m => !_upToDate.ContainsKey(m.Schema)) is { } behind)
                    return HealthCheckResult.Unhealthy($"schema {behind.Schema} misses migrations: run the migrate verb");
            }
            catch (Exception e) when (IsAway(e))
            {
                return HealthCheckResult.Unhealthy("cannot be known while the database is away");
            }

            return HealthCheckResult.Healthy();
        }
    }

    private sealed class OutboxHealth(IEnumerable<IOutboxMonitor> outboxes) : IHealthCheck
    {
        private const double LateAfterSeconds = 60;

        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                var troubles = new List<string>();
                foreach (var outbox in outboxes)
                {
                    var state = await outbox.ReadAsync(cancellationToken);
                    if (state.Dead > 0) troubles.Add($"{state.Schema}: {state.Dead} dead");
                    if (state.OldestWaitingSeconds > LateAfterSeconds) troubles.Add($"{state.Schema}: {state.Waiting} waiting, oldest {state.OldestWaitingSeconds:0} s");
                }

                return troubles.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(string.Join("; ", troubles));
            }
            catch (Exception e) when (IsAway(e))
            {
                return HealthCheckResult.Degraded("cannot be known while the database is away");
            }
        }
    }

    private sealed class MailHealth(IMailMonitor mails) : IHealthCheck
    {
        private const double LateAfterSeconds = 120;

        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                var state = await mails.ReadAsync(cancellationToken);
                if (state.FailedLastDay > 0) return HealthCheckResult.Degraded($"{state.FailedLastDay} failed within a day");
                if (state.OldestDueSeconds > LateAfterSeconds) return HealthCheckResult.Degraded($"{state.Waiting} waiting, oldest due for {state.OldestDueSeconds:0} s");
                return HealthCheckResult.Healthy(mails.Route.Smtp ? "smtp" : "as files");
            }
            catch (Exception e) when (IsAway(e))
            {
                return HealthCheckResult.Degraded("cannot be known while the database is away");
            }
        }
    }

    private sealed class CacheHealth(IServiceProvider services) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            var redis = services.GetService<IConnectionMultiplexer>();
            return Task.FromResult(redis is null ? HealthCheckResult.Healthy("in memory") : redis.IsConnected ? HealthCheckResult.Healthy("redis") : HealthCheckResult.Degraded("redis is away: slower, still correct"));
        }
    }
}
