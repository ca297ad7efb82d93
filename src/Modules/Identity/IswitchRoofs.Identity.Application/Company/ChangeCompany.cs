using IswitchRoofs.Identity.Domain.Company;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Company;

/// <summary>Replaces what the configuration says, on every host. Telephone numbers and times that are stored already stay as they are.</summary>
public sealed record ChangeCompany(CompanyFields Fields, uint? IfVersion = null);

public sealed record CompanyFields(string? Name, string? Timezone, string? PhoneRegion);

public sealed class ChangeCompanyHandler(
    IRepository<CompanySettings> store, IReadRepository<CompanyLogo> logos, ICompanyFacts facts, IPhoneNumbers phones, ICompanyNews news) : IUseCase
{
    private const int LongestName = 100;
    private const int LongestZone = 100;

    public async Task<Result<CompanyDetails>> HandleAsync(ChangeCompany command, CancellationToken ct)
    {
        var check = new Validation();
        var name = check.Text("name", command.Fields.Name, LongestName, required: true);
        if (name is not null && name.Any(char.IsControl)) check.Add("name", "must be one line.");
        var zone = check.Text("timezone", command.Fields.Timezone, LongestZone, required: true);
        if (zone is not null && !(TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) && found.HasIanaId))
            check.Add("timezone", "must be the name of a time zone such as America/Detroit.");
        var region = check.Text("phone_region", command.Fields.PhoneRegion, 20, required: true)?.ToUpperInvariant();
        if (region is not null && !phones.Regions.Contains(region)) check.Add("phone_region", "must be the two letters of a country such as US.");
        if (check.Failed) return check.ToError();

        var settings = await store.FindAsync(CompanySettingsId.Only, ct);
        var logo = await logos.FirstOrDefaultAsync(new TheLogoRow(), ct);
        var known = CompanyDetails.Of(settings, logo, facts.Configured).Version;
        if (command.IfVersion is { } version && version != known) return Error.Stale(known);
        if (settings is null) store.Add(settings = CompanySettings.Begin());
        settings.Change(name!, zone!, region!);
        await store.SaveChangesAsync(ct);
        await news.RefreshAsync(ct);
        return CompanyDetails.Of(settings, logo, facts.Configured);
    }
}
