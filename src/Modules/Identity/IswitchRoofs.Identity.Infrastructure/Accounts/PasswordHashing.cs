using System.Text;
using IswitchRoofs.Identity.Domain.Users;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;

namespace IswitchRoofs.Identity.Infrastructure.Accounts;

/// <summary>
/// bcrypt, one or few at a time: each costs about 60 ms of a core, and a burst of sign-ins must not starve the rest.
/// </summary>
internal sealed class PasswordHashing(IConfiguration configuration) : IPasswordHasher<Account>, IDisposable
{
    private const int LeastRounds = 10;
    private readonly int _rounds = Math.Clamp(configuration.GetValue("Identity:BcryptRounds", LeastRounds), LeastRounds, 16);
    private readonly SemaphoreSlim _places = new(Math.Max(1, Environment.ProcessorCount / 2));
    private string? _decoy;

    public async Task<string> HashAsync(string password, CancellationToken ct)
    {
        await _places.WaitAsync(ct);
        try
        {
            return await Task.Run(() => BCrypt.Net.BCrypt.HashPassword(password, _rounds), CancellationToken.None);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <param name="hash">Null for an account that does not exist: then a decoy is checked, which takes as long and never fits.</param>
    public async Task<bool> VerifyAsync(string? hash, string password, CancellationToken ct)
    {
        _decoy ??= await HashAsync(Guid.CreateVersion7().ToString(), ct);
        await _places.WaitAsync(ct);
        try
        {
            var fits = await Task.Run(() => BCrypt.Net.BCrypt.Verify(password, hash ?? _decoy), CancellationToken.None);

            // bcrypt looks at 72 bytes only; a longer one cannot have been accepted.
            return fits && hash is not null && Encoding.UTF8.GetByteCount(password) <= PasswordRules.MostBytes;
        }
        finally
        {
            _places.Release();
        }
    }

    public bool IsWeakerThanWanted(string hash) => BCrypt.Net.BCrypt.PasswordNeedsRehash(hash, _rounds);

    public string HashPassword(Account user, string password) => BCrypt.Net.BCrypt.HashPassword(password, _rounds);

    public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword) =>
        !BCrypt.Net.BCrypt.Verify(providedPassword, hashedPassword) ? PasswordVerificationResult.Failed
        : IsWeakerThanWanted(hashedPassword) ? PasswordVerificationResult.SuccessRehashNeeded
        : PasswordVerificationResult.Success;

    public void Dispose() => _places.Dispose();
}
