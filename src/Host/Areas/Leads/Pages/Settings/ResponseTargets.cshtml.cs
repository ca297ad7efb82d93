using IswitchRoofs.Host.Web;
using IswitchRoofs.Identity.Application;
using IswitchRoofs.Leads.Application.Response;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IswitchRoofs.Host.Areas.Leads.Pages.Settings;

[Authorize(IdentityPermissions.ManageSettings)]
public sealed class ResponseTargetsModel(GetResponseRulesHandler reading, ChangeResponseRulesHandler changing) : PageModel
{
    private const decimal SecondsPerMinute = 60;
    private const int MostMinutes = 1_000_000;

    [BindProperty]
    public TargetsForm Input { get; set; } = new();

    [BindProperty]
    public uint Version { get; set; }

    public ResponseRulesDetails Rules { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Rules = (await reading.HandleAsync(new GetResponseRules(), ct)).Value;
        Version = Rules.Version;
        Input = new TargetsForm
        {
            Hot = Rules.HotSeconds / SecondsPerMinute, Warm = Rules.WarmSeconds / SecondsPerMinute,
            Cool = Rules.CoolSeconds / SecondsPerMinute, Cold = Rules.ColdSeconds / SecondsPerMinute, StormMode = Rules.StormMode,
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            var fields = new ResponseRulesFields(Seconds(Input.Hot), Seconds(Input.Warm), Seconds(Input.Cool), Seconds(Input.Cold), Input.StormMode);
            var saved = await changing.HandleAsync(new ChangeResponseRules(fields, Version), ct);
            if (saved.IsSuccess)
            {
                this.Toast("Response targets saved");
                return RedirectToPage();
            }

            foreach (var (field, messages) in saved.Error.Fields)
                foreach (var message in messages)
                    ModelState.AddModelError($"{nameof(Input)}.{NameOf(field)}", message.StartsWith("must be between", StringComparison.Ordinal) ? "must be half a minute to a week." : message);
            if (saved.Error.Fields.Count == 0) ModelState.AddModelError("", saved.Error.Detail);
        }

        Rules = (await reading.HandleAsync(new GetResponseRules(), ct)).Value;
        return Page();
    }

    private static int? Seconds(decimal? minutes) => minutes is { } value ? (int)(Math.Clamp(value, -MostMinutes, MostMinutes) * SecondsPerMinute) : null;

    private static string NameOf(string field) => char.ToUpperInvariant(field[0]) + field[1..].Replace("_seconds", "", StringComparison.Ordinal);

    /// <summary>In minutes, as people say them.</summary>
    public sealed class TargetsForm
    {
        public decimal? Hot { get; set; }

        public decimal? Warm { get; set; }

        public decimal? Cool { get; set; }

        public decimal? Cold { get; set; }

        public bool StormMode { get; set; }
    }
}
