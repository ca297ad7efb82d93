using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace IswitchRoofs.Host.Web;

/// <summary>When a public form was opened, so that nobody can say otherwise: whoever sends it within two seconds is a program.</summary>
internal sealed class FormSeal(IDataProtectionProvider protection, TimeProvider clock)
{
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Most = TimeSpan.FromHours(12);
    private readonly IDataProtector _protector = protection.CreateProtector("public-form.v1");

    public string Make() => _protector.Protect(clock.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture));

    public bool IsGood(string? seal)
    {
        if (string.IsNullOrEmpty(seal)) return false;
        try
        {
            var opened = new DateTimeOffset(long.Parse(_protector.Unprotect(seal), CultureInfo.InvariantCulture), TimeSpan.Zero);
            return clock.GetUtcNow() - opened is var age && age >= Least && age <= Most;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return false;
        }
    }
}
