using System.Security.Cryptography;
using IswitchRoofs.Identity.Application.Accounts;
using IswitchRoofs.Identity.Domain.Accounts;
using IswitchRoofs.Identity.Infrastructure.Persistence;
using IswitchRoofs.Shared.Application;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using QRCoder;

namespace IswitchRoofs.Identity.Infrastructure.Accounts;

internal sealed class SecondFactors(IdentityDbContext db, IDataProtectionProvider protection, ISecurityLog log, ICompanyFacts company, TimeProvider clock) : ISecondFactors
{
    private const int PixelsOfDot = 5;

    /// <summary>So long the same secret is shown again: a mistyped code costs nobody a second scan.</summary>
    private static readonly TimeSpan Begun = TimeSpan.FromMinutes(10);
    private readonly IDataProtector _protector = protection.CreateProtector("IswitchRoofs.SecondFactor");

    public async Task<SecondFactorSecret> BeginAsync(Guid userId, string email, CancellationToken ct)
    {
        var secret = RandomNumberGenerator.GetBytes(Totp.SecretLength);
        var kept = await db.Set<SecondFactor>().FirstOrDefaultAsync(f => f.UserId == userId, ct);
        if (kept is null)
        {
            db.Add(new SecondFactor { UserId = userId, Secret = _protector.Protect(secret), CreatedAt = clock.GetUtcNow() });
        }
        else if (kept.ConfirmedAt is null && clock.GetUtcNow() - kept.CreatedAt < Begun)
        {
            secret = _protector.Unprotect(kept.Secret);
        }
        else
        {
            kept.Secret = _protector.Protect(secret);
            kept.CreatedAt = clock.GetUtcNow();
            kept.ConfirmedAt = null;
            kept.LastStep = 0;
        }

        var uri = Totp.UriOf(company.Current.Name, email, secret);
        return new SecondFactorSecret(Totp.ToBase32(secret), uri, PictureOf(uri));
    }

    public async Task<IReadOnlyList<string>?> ConfirmAsync(Guid userId, string code, CancellationToken ct)
    {
        var kept = await db.Set<SecondFactor>().FirstOrDefaultAsync(f => f.UserId == userId && f.ConfirmedAt == null, ct);
        if (kept is null || Totp.FindStep(_protector.Unprotect(kept.Secret), code, clock.GetUtcNow()) is not { } step) return null;
        kept.ConfirmedAt = clock.GetUtcNow();
        kept.LastStep = step;
        await db.Set<RecoveryCode>().Where(c => c.UserId == userId).ExecuteDeleteAsync(ct);
        var codes = RecoveryCodes.Create();
        db.AddRange(codes.Select(c => new RecoveryCode { UserId = userId, Hash = RecoveryCodes.Hash(c)! }));
        return codes;
    }

    public async Task<bool> UseAsync(Guid userId, string code, CancellationToken ct)
    {
        var kept = await db.Set<SecondFactor>().AsNoTracking().FirstOrDefaultAsync(f => f.UserId == userId && f.ConfirmedAt != null, ct);
        if (kept is null) return false;
        if (Totp.FindStep(_protector.Unprotect(kept.Secret), code, clock.GetUtcNow()) is { } step)
        {
            // Of two who show the same code, the database lets one through.
            return await db.Set<SecondFactor>().Where(f => f.UserId == userId && f.LastStep < step).ExecuteUpdateAsync(set => set.SetProperty(f => f.LastStep, step), ct) > 0;
        }

        if (RecoveryCodes.Hash(code) is not { } hash || await db.Set<RecoveryCode>().Where(c => c.UserId == userId && c.Hash == hash).ExecuteDeleteAsync(ct) == 0) return false;
        log.Record("recovery_code_used", userId);
        return true;
    }

    public async Task RemoveAsync(Guid userId, CancellationToken ct)
    {
        db.RemoveRange(await db.Set<SecondFactor>().Where(f => f.UserId == userId).ToListAsync(ct));
        db.RemoveRange(await db.Set<RecoveryCode>().Where(c => c.UserId == userId).ToListAsync(ct));
    }

    public async Task<IReadOnlyList<string>> RenewRecoveryCodesAsync(Guid userId, CancellationToken ct)
    {
        // Removed one by one and not by a statement: all in the save that brings the new ones, or nothing.
        db.RemoveRange(await db.Set<RecoveryCode>().Where(c => c.UserId == userId).ToListAsync(ct));
        var codes = RecoveryCodes.Create();
        db.AddRange(codes.Select(c => new RecoveryCode { UserId = userId, Hash = RecoveryCodes.Hash(c)! }));
        return codes;
    }

    public Task<int> CountRecoveryCodesAsync(Guid userId, CancellationToken ct) => db.Set<RecoveryCode>().CountAsync(c => c.UserId == userId, ct);

    private static string PictureOf(string uri)
    {
        using var data = QRCodeGenerator.GenerateQrCode(uri, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(data);
        return picture.GetGraphic(PixelsOfDot);
    }
}
