using IswitchRoofs.Identity.Application.Accounts;
using IswitchRoofs.Identity.Domain.Accounts;
using IswitchRoofs.Identity.Infrastructure.Persistence;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IswitchRoofs.Identity.Infrastructure.Accounts;

internal sealed class Credentials(
    IdentityDbContext db, UserManager<Account> accounts, PasswordHashing hashing, ISecurityLog log, NpgsqlDataSource dataSource, TimeProvider clock) : ICredentials
{
    // One statement, so that parallel guesses are all counted, on whatever host.
    private const string CountFailure = """
        UPDATE identity.credentials SET
            access_failed_count = CASE WHEN failures_since IS NULL OR failures_since < @now - @window THEN 1 ELSE access_failed_count + 1 END,
            failures_since = CASE WHEN failures_since IS NULL OR failures_since < @now - @window THEN @now ELSE failures_since END,
            lockout_end = CASE WHEN failures_since >= @now - @window AND access_failed_count + 1 >= @allowed THEN @now + @lock ELSE lockout_end END
        WHERE id = @id
        RETURNING lockout_end > @now
        """;

    private const string ForgetFailures =
        "UPDATE identity.credentials SET access_failed_count = 0, failures_since = NULL, lockout_end = NULL WHERE id = @id";

    public async Task<PasswordProof?> VerifyAsync(string email, string password, CancellationToken ct)
    {
        var normalized = accounts.NormalizeEmail(email);
        var account = await db.Set<Account>().AsNoTracking().FirstOrDefaultAsync(a => a.NormalizedEmail == normalized, ct);
        return await CheckAsync(account, password, ct) ? ProofOf(account!) : null;
    }

    public async Task<bool> VerifyAsync(Guid userId, string password, CancellationToken ct) =>
        await CheckAsync(await db.Set<Account>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == userId, ct), password, ct);

    public async Task<PasswordProof?> ResumeAsync(PasswordProof proof, CancellationToken ct)
    {
        var account = await db.Set<Account>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == proof.UserId, ct);
        if (account is not null && !(account.LockoutEnd > clock.GetUtcNow()) && account.SecurityStamp == proof.Stamp) return ProofOf(account);
        log.Record("sign_in_refused", account?.Id, "The account was locked or its password changed between the two steps.");
        await db.SaveChangesAsync(ct);
        return null;
    }

    public async Task ForgiveAsync(Guid userId, CancellationToken ct) => await ExecuteAsync(ForgetFailures, userId, clock.GetUtcNow(), ct);

    public async Task<bool> IsLockedAsync(Guid userId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await db.Set<Account>().AnyAsync(a => a.Id == userId && a.LockoutEnd > now, ct);
    }

    public async Task CountFailureAsync(Guid userId, CancellationToken ct)
    {
        var nowLocked = await ExecuteAsync(CountFailure, userId, clock.GetUtcNow(), ct);
        log.Record(nowLocked ? "locked_out" : "second_factor_failed", userId);
        await db.SaveChangesAsync(ct);
    }

    public void AddWithoutPassword(Guid userId, string email) => db.Add(new Account
    {
        Id = userId,
        UserName = email,
        NormalizedUserName = accounts.NormalizeName(email),
        Email = email,
        NormalizedEmail = accounts.NormalizeEmail(email),
        SecurityStamp = accounts.GenerateNewAuthenticatorKey(),
    });

    public async Task<Result> ReplaceAsync(Guid userId, string name, string password, CancellationToken ct)
    {
        var hash = await hashing.HashAsync(password, ct);
        var account = await db.Set<Account>().FirstAsync(a => a.Id == userId, ct);
        account.PasswordHash = hash;

        // Whoever got here proved who they are by other means than guessing.
        account.AccessFailedCount = 0;
        account.FailuresSince = null;
        account.LockoutEnd = null;
        account.SecurityStamp = accounts.GenerateNewAuthenticatorKey();
        account.ConcurrencyStamp = Guid.CreateVersion7().ToString();
        return Result.Success();
    }

    private async Task<bool> CheckAsync(Account? account, string password, CancellationToken ct)
    {
        var fits = await hashing.VerifyAsync(account?.PasswordHash, password, ct);
        var now = clock.GetUtcNow();
        var locked = account?.LockoutEnd > now;
        if (fits && !locked)
        {
            if (hashing.IsWeakerThanWanted(account!.PasswordHash!)) await RehashAsync(account, password, ct);
            return true;
        }

        // Every refusal makes the same two round trips, so that none can be told by its time.
        var nowLocked = await ExecuteAsync(CountFailure, locked ? Guid.Empty : account?.Id ?? Guid.Empty, now, ct);
        log.Record(nowLocked ? "locked_out" : locked ? "sign_in_refused" : "sign_in_failed", account?.Id, locked ? "The account is locked." : null);
        await db.SaveChangesAsync(ct);
        return false;
    }

    private static PasswordProof ProofOf(Account account) => new(account.Id, account.SecurityStamp ?? "", account.AccessFailedCount > 0);

    private async Task RehashAsync(Account account, string password, CancellationToken ct)
    {
        var hash = await hashing.HashAsync(password, ct);
        await db.Set<Account>().Where(a => a.Id == account.Id && a.PasswordHash == account.PasswordHash)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.PasswordHash, hash), ct);
    }

    private async Task<bool> ExecuteAsync(string sql, Guid id, DateTimeOffset now, CancellationToken ct)
    {
        await using var command = dataSource.CreateCommand(sql);
        command.Parameters.AddWithValue("id", id);
        if (sql == CountFailure)
        {
            command.Parameters.AddWithValue("now", now);
            command.Parameters.AddWithValue("window", SignInPolicy.FailureWindow);
            command.Parameters.AddWithValue("lock", SignInPolicy.LockTime);
            command.Parameters.AddWithValue("allowed", SignInPolicy.AllowedFailures);
        }

        return await command.ExecuteScalarAsync(ct) is true;
    }
}
