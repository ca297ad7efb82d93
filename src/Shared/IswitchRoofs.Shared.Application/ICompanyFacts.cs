namespace IswitchRoofs.Shared.Application;

/// <summary>What the company is called and where it is: the one place to ask. Ask each time: an administrator may change it while the host runs.</summary>
public interface ICompanyFacts
{
    CompanyFacts Current { get; }

    /// <summary>What holds until somebody saves settings.</summary>
    CompanyFacts Configured { get; }

    /// <summary>Told by whoever keeps the settings.</summary>
    void Learn(CompanyFacts saved);
}

/// <param name="Zone">Decides what a day is and when it is open.</param>
/// <param name="Region">Of telephone numbers without a country: two letters (V1).</param>
/// <param name="Logo">Names its picture, and another one once it changes; null: the product's own mark.</param>
public sealed record CompanyFacts(string Name, TimeZoneInfo Zone, string Region, string? Logo = null);
