using System.Security.Cryptography;
using System.Text;
using IswitchRoofs.Identity.Application.Integrations;
using Microsoft.AspNetCore.DataProtection;

namespace IswitchRoofs.Identity.Infrastructure.Integrations;

internal sealed class Consents(IDataProtectionProvider protection, TimeProvider clock) : IConsents
{
    /// <summary>The request's parameter that carries the person's answer.</summary>
    internal const string Parameter = "consent";

    internal const string Denied = "denied";

    // Time to read the page and think about it.
    private static readonly TimeSpan Valid = TimeSpan.FromMinutes(10);
    private readonly IDataProtector _protector = protection.CreateProtector("IswitchRoofs.Consent");

    public string Approve(Guid userId, IReadOnlyDictionary<string, string> request)
    {
        var until = (clock.GetUtcNow() + Valid).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        return _protector.Protect($"{until} {Digest(userId, request)}");
    }

    internal bool IsApproved(string? answer, Guid userId, IReadOnlyDictionary<string, string> request)
    {
        if (string.IsNullOrEmpty(answer)) return false;
        try
        {
            return _protector.Unprotect(answer).Split(' ') is [var until, var digest]
                && long.Parse(until, System.Globalization.CultureInfo.InvariantCulture) >= clock.GetUtcNow().ToUnixTimeSeconds()
                && digest == Digest(userId, request);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    // The answer counts for this person and exactly this request.
    private static string Digest(Guid userId, IReadOnlyDictionary<string, string> request)
    {
        var text = new StringBuilder(userId.ToString());
        foreach (var (name, value) in request.Where(p => p.Key != Parameter).OrderBy(p => p.Key, StringComparer.Ordinal))
            text.Append('\n').Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
