using IswitchRoofs.Identity.Application.Accounts;
using IswitchRoofs.Identity.Domain.Sessions;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Identity.Infrastructure.Persistence;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IswitchRoofs.Identity.Infrastructure.Accounts;

internal sealed class SessionProgress(IdentityDbContext db, NpgsqlDataSource dataSource, TimeProvider clock) : ISessionProgress
{
    // The newest token and its predecessor pass (how long the predecessor does, the token server decides); parallel
    // exchanges of one token meet here on the row.
    private const string Advance = """
        UPDATE identity.sessions SET
            generation = greatest(generation, @generation + 1), last_seen_at = @now, updated_at = @now,
            expires_at = least(@now + @idle, created_at + @longest)
        WHERE id = @id AND kind = 'token' AND ended_at IS NULL AND expires_at > @now AND generation <= @generation + 1
        RETURNING user_id, created_at
        """;

    public async Task<SessionStep> AdvanceAsync(Guid sessionId, int generation, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using (var command = dataSource.CreateCommand(Advance))
        {
            command.Parameters.AddWithValue("id", sessionId);
            command.Parameters.AddWithValue("generation", generation);
            command.Parameters.AddWithValue("now", now);
            command.Parameters.AddWithValue("idle", Session.TokenIdle);
            command.Parameters.AddWithValue("longest", Session.Longest);
            await using var reader = await command.ExecuteReaderAsync(ct);
            if (await reader.ReadAsync(ct))
                return new SessionStep(SessionStepOutcome.Advanced, reader.GetGuid(0), await reader.GetFieldValueAsync<DateTimeOffset>(1, ct) + Session.Longest);
        }

        var id = SessionId.From(sessionId);
        var session = await db.Set<Session>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, ct);
        var reused = session is { EndedAt: null } && session.ExpiresAt > now && session.Generation > generation + 1;
        return new SessionStep(reused ? SessionStepOutcome.Reused : SessionStepOutcome.Over, session?.UserId.Value ?? Guid.Empty, now);
    }

    public async Task<bool> NoteSignInAsync(Guid userId, string role, CancellationToken ct)
    {
        var id = UserId.From(userId);
        var now = clock.GetUtcNow();
        var expected = WireName.Parse<UserRole>(role);
        return await db.Set<User>().Where(u => u.Id == id && u.IsActive && u.Role == expected).ExecuteUpdateAsync(set => set.SetProperty(u => u.LastLoginAt, now), ct) > 0;
    }
}
