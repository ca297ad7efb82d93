using IswitchRoofs.Identity.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;

namespace IswitchRoofs.Identity.Infrastructure.Tokens;

/// <summary>Loads the signing key with the host, and keeps the tables of tokens, sessions and tickets small.</summary>
internal sealed class TokenHousekeeping(SigningKeys keys, IServiceScopeFactory scopes, TimeProvider clock, ILogger<TokenHousekeeping> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    // Long enough to show a person where they were signed in lately.
    private static readonly TimeSpan KeepSessions = TimeSpan.FromDays(60);
    private static readonly TimeSpan KeepTokens = TimeSpan.FromDays(14);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await keys.EnsureLoadedAsync(cancellationToken);
        }
        catch (Exception e) when (e is Npgsql.NpgsqlException or TimeoutException)
        {
            logger.LogWarning("The signing key will be read with the first request that needs it: {Message}", e.Message);
        }

        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                logger.LogWarning(e, "Old tokens and sessions will be removed in {Interval}", Interval);
            }
        }
    }

    internal async Task SweepAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>().PruneAsync(now - KeepTokens, ct);
        await scope.ServiceProvider.GetRequiredService<IOpenIddictAuthorizationManager>().PruneAsync(now - KeepTokens, ct);
        var db = scope.ServiceProvider.GetRequiredService<IdentityDbContext>();
        await db.Set<Browsers.BrowserTicket>().Where(t => t.ExpiresAt < now).ExecuteDeleteAsync(ct);
        await db.Set<Domain.Sessions.Session>().Where(s => s.ExpiresAt < now - KeepSessions).ExecuteDeleteAsync(ct);
    }
}
