using System.Security.Cryptography;
using System.Text;
using IswitchRoofs.Identity.Infrastructure.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.Tokens;

namespace IswitchRoofs.Identity.Infrastructure.Tokens;

/// <summary>
/// The key that signs tokens: from a PEM file in production; elsewhere made once and kept, protected, in the database,
/// so that restarts and other hosts know it. What encrypts refresh tokens is derived from it.
/// </summary>
internal sealed class SigningKeys(
    IConfiguration configuration, IDbContextFactory<IdentityDbContext> contexts, IDataProtectionProvider protection) : IDisposable
{
    private const string Name = "tokens";
    private readonly SemaphoreSlim _gate = new(1, 1);
    private Keys? _keys;

    public SigningCredentials Signing => Loaded.Signing;

    public EncryptingCredentials Encrypting => Loaded.Encrypting;

    private Keys Loaded => _keys ?? throw new InvalidOperationException("The signing key is not loaded yet.");

    /// <exception cref="InvalidOperationException">Production has no key of its own.</exception>
    public static void Check(IConfiguration configuration, IHostEnvironment environment)
    {
        if (!environment.IsProduction()) return;
        if (configuration["Identity:SigningKeyFile"] is not { Length: > 0 } file)
            throw new InvalidOperationException("Identity:SigningKeyFile must name a PEM file with an RSA or EC (P-256) private key: production does not start without.");
        if (!File.Exists(file)) throw new InvalidOperationException($"Identity:SigningKeyFile: {file} does not exist.");
    }

    public async ValueTask EnsureLoadedAsync(CancellationToken ct)
    {
        if (_keys is not null) return;
        await _gate.WaitAsync(ct);
        try
        {
            _keys ??= Read(configuration["Identity:SigningKeyFile"] is { Length: > 0 } file
                ? await File.ReadAllTextAsync(file, ct)
                : await FromDatabaseAsync(ct));
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task<string> FromDatabaseAsync(CancellationToken ct)
    {
        var protector = protection.CreateProtector("IswitchRoofs.SigningKey");
        await using var db = await contexts.CreateDbContextAsync(ct);
        var stored = await db.Set<StoredSigningKey>().AsNoTracking().FirstOrDefaultAsync(k => k.Name == Name, ct);
        if (stored is null)
        {
            // Several hosts may start at once: the first wins, all read what it wrote.
            using var rsa = RSA.Create(2048);
            var content = protector.Protect(rsa.ExportPkcs8PrivateKeyPem());
            await db.Database.ExecuteSqlAsync($"INSERT INTO identity.signing_keys (name, content) VALUES ({Name}, {content}) ON CONFLICT DO NOTHING", ct);
            stored = await db.Set<StoredSigningKey>().AsNoTracking().FirstAsync(k => k.Name == Name, ct);
        }

        return protector.Unprotect(stored.Content);
    }

    private static Keys Read(string pem)
    {
        var (key, algorithm, secret) = pem.Contains("EC PRIVATE", StringComparison.Ordinal) ? Ec(pem) : Rsa(pem);
        var encryption = new SymmetricSecurityKey(HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, info: Encoding.UTF8.GetBytes("refresh tokens")));
        return new Keys(
            new SigningCredentials(key, algorithm),
            new EncryptingCredentials(encryption, SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512));
    }

    private static (SecurityKey Key, string Algorithm, byte[] Secret) Rsa(string pem)
    {
        var rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(pem);
        }
        catch (CryptographicException)
        {
            return Ec(pem);
        }

        if (rsa.KeySize < 2048) throw new InvalidOperationException("Identity:SigningKeyFile: an RSA key needs at least 2048 bits.");
        return (new RsaSecurityKey(rsa) { KeyId = Id(rsa.ExportSubjectPublicKeyInfo()) }, SecurityAlgorithms.RsaSha256, rsa.ExportPkcs8PrivateKey());
    }

    private static (SecurityKey Key, string Algorithm, byte[] Secret) Ec(string pem)
    {
        var ec = ECDsa.Create();
        ec.ImportFromPem(pem);
        if (ec.KeySize != 256) throw new InvalidOperationException("Identity:SigningKeyFile: an EC key must be of the curve P-256.");
        return (new ECDsaSecurityKey(ec) { KeyId = Id(ec.ExportSubjectPublicKeyInfo()) }, SecurityAlgorithms.EcdsaSha256, ec.ExportPkcs8PrivateKey());
    }

    private static string Id(byte[] publicKey) => Base64UrlEncoder.Encode(SHA256.HashData(publicKey).AsSpan(0, 12).ToArray());

    private sealed record Keys(SigningCredentials Signing, EncryptingCredentials Encrypting);
}
