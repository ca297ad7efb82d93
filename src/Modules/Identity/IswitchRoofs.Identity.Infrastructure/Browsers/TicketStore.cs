using System.Collections.Concurrent;
using IswitchRoofs.Identity.Domain.Sessions;
using IswitchRoofs.Identity.Infrastructure.Persistence;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace IswitchRoofs.Identity.Infrastructure.Browsers;

/// <summary>Keeps what cookies stand for in the database (U8); each host remembers what it read for a minute.</summary>
internal sealed class TicketStore(IDbContextFactory<IdentityDbContext> contexts, IDataProtectionProvider protection, TimeProvider clock) : ITicketStore
{
    private const int MostEntries = 5_000;
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(1);

    /// <summary>As exactly as anybody needs to know when a device was last used.</summary>
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);
    private readonly IDataProtector _protector = protection.CreateProtector("IswitchRoofs.BrowserTicket");
    private readonly ConcurrentDictionary<string, (AuthenticationTicket Ticket, DateTimeOffset ReadAt)> _read = new(StringComparer.Ordinal);

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = ticket.Principal.FindFirst("sid")?.Value ?? throw new InvalidOperationException("A browser's ticket needs a session.");
        await WriteAsync(key, ticket);
        return key;
    }

    public Task RenewAsync(string key, AuthenticationTicket ticket) => WriteAsync(key, ticket);

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        var now = clock.GetUtcNow();
        if (_read.TryGetValue(key, out var known) && now - known.ReadAt < Memory) return known.Ticket;
        if (!Guid.TryParse(key, out var id)) return null;
        await using var db = await contexts.CreateDbContextAsync();
        var stored = await db.Set<BrowserTicket>().AsNoTracking().FirstOrDefaultAsync(t => t.SessionId == id && t.ExpiresAt > now);
        if (stored is null || TicketSerializer.Default.Deserialize(_protector.Unprotect(stored.Content)) is not { } ticket) return null;
        var sessionId = SessionId.From(id);
        var seenBefore = now - SeenEvery;
        await db.Set<Session>().Where(s => s.Id == sessionId && s.LastSeenAt < seenBefore).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, now));
        Remember(key, ticket, now);
        return ticket;
    }

    public async Task RemoveAsync(string key)
    {
        _read.TryRemove(key, out _);
        if (!Guid.TryParse(key, out var id)) return;
        await using var db = await contexts.CreateDbContextAsync();
        await db.Set<BrowserTicket>().Where(t => t.SessionId == id).ExecuteDeleteAsync();
    }

    private async Task WriteAsync(string key, AuthenticationTicket ticket)
    {
        var id = Guid.Parse(key);
        var sessionId = SessionId.From(id);
        var now = clock.GetUtcNow();
        var content = _protector.Protect(TicketSerializer.Default.Serialize(ticket));
        await using var db = await contexts.CreateDbContextAsync();
        var started = await db.Set<Session>().Where(s => s.Id == sessionId).Select(s => s.CreatedAt).FirstOrDefaultAsync();
        var longest = (started == default ? now : started) + Session.Longest;
        var expires = ticket.Properties.ExpiresUtc is { } wanted && wanted < longest ? wanted : longest;
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO identity.browser_tickets (session_id, content, expires_at) VALUES ({id}, {content}, {expires})
            ON CONFLICT (session_id) DO UPDATE SET content = excluded.content, expires_at = excluded.expires_at
            """);
        await db.Set<Session>().Where(s => s.Id == sessionId)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.ExpiresAt, expires).SetProperty(s => s.LastSeenAt, now));
        Remember(key, ticket, now);
    }

    private void Remember(string key, AuthenticationTicket ticket, DateTimeOffset now)
    {
        if (_read.Count >= MostEntries) _read.Clear();
        _read[key] = (ticket, now);
    }
}
