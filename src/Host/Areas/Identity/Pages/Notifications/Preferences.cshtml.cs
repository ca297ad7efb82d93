using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Pages;
using IswitchRoofs.Identity.Application;
using IswitchRoofs.Identity.Application.Notifications;
using IswitchRoofs.Shared.Application;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IswitchRoofs.Host.Areas.Identity.Pages.Notifications;

[Authorize(IdentityPermissions.OwnAccount)]
public sealed class PreferencesModel(GetPreferencesHandler read, ChangePreferencesHandler change, ICompanyClock company) : PageModel
{
    private static readonly string[] Zones =
        ["America/New_York", "America/Detroit", "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles", "America/Anchorage", "Pacific/Honolulu", "UTC"];

    [BindProperty]
    public PreferenceForm Input { get; set; } = new();

    /// <summary>What the person saw: a change from another device is not overwritten.</summary>
    [BindProperty]
    public uint Version { get; set; }

    public IReadOnlyList<NotificationTypeRow> Types => NotificationTypes.ForUsers;

    public IEnumerable<SelectListItem> Digests { get; } =
    [
        new("One mail each", "off"),
        new("One mail a day, at 8 a.m.", "daily"),
        new("One mail a week, on Monday at 8 a.m.", "weekly"),
    ];

    public IEnumerable<SelectListItem> TimeZones =>
        Zones.Append(company.Zone.Id).Append(Input.QuietTimeZone).OfType<string>().Where(z => z.Length > 0).Distinct()
            .Select(z => new SelectListItem(z.Replace('_', ' '), z, z == (Input.QuietTimeZone ?? company.Zone.Id)));

    public IEnumerable<SelectListItem> ChoicesOf(string type) =>
        new[] { (PreferenceForm.Everywhere, "Bell and e-mail"), (PreferenceForm.BellOnly, "Bell only"), (PreferenceForm.Nowhere, "Not at all") }
            .Select(c => new SelectListItem(c.Item2, c.Item1, Input.Types.GetValueOrDefault(type, PreferenceForm.Everywhere) == c.Item1));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var preferences = await read.HandleAsync(new GetPreferences(), ct);
        if (preferences.IsFailure) return NotFound();
        Input = PreferenceForm.Of(preferences.Value);
        Version = preferences.Value.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid) return Page();
        var saved = await change.HandleAsync(Input.ToCommand(Version), ct);
        if (saved.IsFailure)
        {
            var fields = saved.Error.Fields.ToDictionary(f => f.Key.Replace("quiet_hours.", "quiet_", StringComparison.Ordinal), f => f.Value);
            ModelState.AddError(saved.Error with { Fields = fields }, nameof(Input));
            return Page();
        }

        this.Toast("Preferences saved");
        return RedirectToPage();
    }
}
