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

    public SealAge Look(string? seal)
    {
        if (string.IsNullOrEmpty(seal)) return SealAge.Unknown;
        try
        {
            var opened = new DateTimeOffset(long.Parse(_protector.Unprotect(seal), CultureInfo.InvariantCulture), TimeSpan.Zero);
            return (clock.GetUtcNow() - opened) switch
            {
                var age when age < Least => SealAge.TooYoung,
                var age when age > Most => SealAge.Unknown,
                _ => SealAge.Good,
            };
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return SealAge.Unknown;
        }
    }
}

internal enum SealAge
{
    /// <summary>None, of another program, or too old.</summary>
    Unknown,
    TooYoung,
    Good,
}
