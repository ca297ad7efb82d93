using System.Globalization;
using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Pages;
using IswitchRoofs.Identity.Application;
using IswitchRoofs.Identity.Application.Company;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IswitchRoofs.Host.Areas.Identity.Pages.Settings;

[Authorize(IdentityPermissions.ManageSettings)]
public sealed class CompanyModel(GetCompanyHandler reading, ChangeCompanyHandler changing, ChangeCompanyLogoHandler logos, IPhoneNumbers phones) : PageModel
{
    // Where this company works; every other zone follows.
    private static readonly string[] Near =
    [
        "America/Detroit", "America/New_York", "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles", "America/Anchorage", "Pacific/Honolulu",
    ];

    [BindProperty]
    public CompanyForm Input { get; set; } = new();

    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    public IFormFile? Logo { get; set; }

    public CompanyDetails Company { get; private set; } = null!;

    public IEnumerable<SelectListItem> Zones
    {
        get
        {
            var (near, all) = (new SelectListGroup { Name = "United States" }, new SelectListGroup { Name = "Everywhere" });
            var others = TimeZoneInfo.GetSystemTimeZones().Where(z => z.HasIanaId && z.Id.Contains('/', StringComparison.Ordinal)).Select(z => z.Id)
                .Append(Company.Timezone).Distinct().Except(Near).Order(StringComparer.Ordinal);
            return [.. Near.Select(z => Choice(z, near)), .. others.Select(z => Choice(z, all))];

            SelectListItem Choice(string zone, SelectListGroup group) => new(zone.Replace('_', ' '), zone, zone == Input.Timezone) { Group = group };
        }
    }

    public IEnumerable<SelectListItem> Regions =>
        phones.Regions.Where(r => r.Length == 2).Select(r => new SelectListItem($"{CountryOf(r)} ({r})", r, r == Input.PhoneRegion)).OrderBy(r => r.Text, StringComparer.Ordinal);

    public async Task OnGetAsync(CancellationToken ct) => await LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var saved = await changing.HandleAsync(new ChangeCompany(new CompanyFields(Input.Name, Input.Timezone, Input.PhoneRegion), Version), ct);
        return await SaidAsync(saved, nameof(Input), "Company saved", ct);
    }

    public async Task<IActionResult> OnPostLogoAsync(CancellationToken ct)
    {
        if (Logo is null)
        {
            ModelState.Clear();
            ModelState.AddModelError(nameof(Logo), "Choose a picture first.");
            await LoadAsync(ct);
            return Page();
        }

        using var content = new MemoryStream();
        await Logo.CopyToAsync(content, ct);
        return await SaidAsync(await logos.HandleAsync(new ChangeCompanyLogo(content.ToArray(), Version), ct), "", "Everybody sees the new logo now", ct);
    }

    public async Task<IActionResult> OnPostRemoveLogoAsync(CancellationToken ct) =>
        await SaidAsync(await logos.HandleAsync(new ChangeCompanyLogo(null, Version), ct), "", "The logo is removed", ct);

    private async Task<IActionResult> SaidAsync(Result<CompanyDetails> saved, string form, string text, CancellationToken ct)
    {
        if (saved.IsSuccess)
        {
            this.Toast(text);
            return RedirectToPage();
        }

        ModelState.Clear();
        var typed = form == nameof(Input) ? Input : null;
        await LoadAsync(ct);
        Input = typed ?? Input;
        Logo = null;
        foreach (var (field, messages) in saved.Error.Fields.Where(_ => form.Length == 0))
            foreach (var message in messages)
                ModelState.AddModelError(nameof(Logo), $"The {field} {message}");
        if (form.Length > 0 || saved.Error.Fields.Count == 0) ModelState.AddError(saved.Error, form);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Company = (await reading.HandleAsync(new GetCompany(), ct)).Value;
        Version = Company.Version;
        Input = new CompanyForm { Name = Company.Name, Timezone = Company.Timezone, PhoneRegion = Company.PhoneRegion };
    }

    private static string CountryOf(string region)
    {
        try
        {
            return new RegionInfo(region).EnglishName;
        }
        catch (ArgumentException)
        {
            return region;
        }
    }

    public sealed class CompanyForm
    {
        public string? Name { get; set; }

        public string? Timezone { get; set; }

        public string? PhoneRegion { get; set; }
    }
}
