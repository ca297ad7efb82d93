using System.Security.Cryptography;
using System.Text.Json;
using IswitchRoofs.Identity.Application.Accounts;
using Microsoft.AspNetCore.DataProtection;

namespace IswitchRoofs.Identity.Infrastructure.Accounts;

internal sealed class SignInProofs(IDataProtectionProvider protection, TimeProvider clock) : ISignInProofs
{
    private const int LongestText = 2_000;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private readonly IDataProtector _protector = protection.CreateProtector("IswitchRoofs.SignInProof");

    public string Create(PasswordProof proof) => _protector.Protect(JsonSerializer.Serialize(new Content(proof.UserId, proof.Stamp, clock.GetUtcNow())));

    public PasswordProof? Read(string? text)
    {
        if (text is not { Length: > 0 and <= LongestText }) return null;
        try
        {
            var content = JsonSerializer.Deserialize<Content>(_protector.Unprotect(text));
            return content is not null && clock.GetUtcNow() - content.At < Lifetime ? new PasswordProof(content.UserId, content.Stamp, HasFailures: false) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private sealed record Content(Guid UserId, string Stamp, DateTimeOffset At);
}
