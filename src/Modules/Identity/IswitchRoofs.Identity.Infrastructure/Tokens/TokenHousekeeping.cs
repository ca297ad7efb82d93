using IswitchRoofs.Identity.Infrastructure.Persistence;
using IswitchRoofs.Shared.Infrastructure.Jobs;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;

namespace IswitchRoofs.Identity.Infrastructure.Tokens;

/// <summary>Keeps the tables of tokens, sessions and tickets small.</summary>
internal sealed class TokenHousekeeping(
    IdentityDbContext db, IOpenIddictTokenManager tokens, IOpenIddictAuthorizationManager authorizations, TokenSettings settings, TimeProvider clock) : IRecurringJob
{
    // Long enough to show a person where they were signed in lately.
    private static readonly TimeSpan KeepSessions = TimeSpan.FromDays(60);
    private static readonly TimeSpan KeepTokens = TimeSpan.FromDays(14);
    private static readonly TimeSpan KeepLinks = TimeSpan.FromDays(7);

    public async Task<JobOutcome> RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return JobOutcome.Of(
            ("tokens", (int)await tokens.PruneAsync(now - KeepTokens, ct)),
            ("authorizations", (int)await authorizations.PruneAsync(now - KeepTokens, ct)),
            ("browser_tickets", await db.Set<Browsers.BrowserTicket>().Where(t => t.ExpiresAt < now).ExecuteDeleteAsync(ct)),
            ("ended_grants", await db.Set<Integrations.EndedGrant>().Where(g => g.EndedAt < now - settings.AccessTokenLifetime - TimeSpan.FromDays(1)).ExecuteDeleteAsync(ct)),
            ("account_links", await db.Set<Domain.Accounts.AccountLink>().Where(l => l.ExpiresAt < now - KeepLinks).ExecuteDeleteAsync(ct)),
            ("second_factors_begun", await db.Set<Accounts.SecondFactor>().Where(f => f.ConfirmedAt == null && f.CreatedAt < now - KeepLinks).ExecuteDeleteAsync(ct)),
            ("sessions", await db.Set<Domain.Sessions.Session>().Where(s => s.ExpiresAt < now - KeepSessions).ExecuteDeleteAsync(ct)));
    }
}
