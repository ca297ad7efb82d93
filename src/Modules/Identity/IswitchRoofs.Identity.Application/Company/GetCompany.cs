using System.Numerics;
using System.Text.Json.Serialization;
using IswitchRoofs.Identity.Domain.Company;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Company;

public sealed record GetCompany
{
    /// <summary>Under which the audit knows the settings.</summary>
    public static Guid RecordId => CompanySettingsId.Only.Value;
}

/// <param name="Timezone">IANA name: decides what a day is and when the company is open.</param>
/// <param name="PhoneRegion">Of telephone numbers without a country.</param>
/// <param name="LogoUrl">On this host, open to everybody; null while the product's own mark is shown.</param>
/// <param name="IsDefault">Name, zone and region come from the configuration: nobody has saved them yet.</param>
public sealed record CompanyDetails(string Name, string Timezone, string PhoneRegion, string? LogoUrl, bool IsDefault, [property: JsonIgnore] uint Version)
{
    internal static CompanyDetails Of(CompanySettings? settings, LogoRow? logo, CompanyFacts configured) => new(
        settings?.Name ?? configured.Name, settings?.Timezone ?? configured.Zone.Id, settings?.PhoneRegion ?? configured.Region,
        logo is null ? null : CompanyLogos.UrlOf(logo.Tag), settings is null, VersionOf(settings, logo));

    // One answer, one tag: it moves when either row does.
    private static uint VersionOf(CompanySettings? settings, LogoRow? logo) => (settings?.Version ?? 0) ^ BitOperations.RotateLeft(logo?.Version ?? 0, 16);
}

public sealed class GetCompanyHandler(IReadRepository<CompanySettings> store, IReadRepository<CompanyLogo> logos, ICompanyFacts facts) : IUseCase
{
    public async Task<Result<CompanyDetails>> HandleAsync(GetCompany request, CancellationToken ct) =>
        CompanyDetails.Of(await store.FirstOrDefaultAsync(new TheSettings(), ct), await logos.FirstOrDefaultAsync(new TheLogoRow(), ct), facts.Configured);
}
