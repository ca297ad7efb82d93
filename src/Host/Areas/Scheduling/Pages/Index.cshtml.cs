using System.Globalization;
using IswitchRoofs.Host.Areas.Scheduling.Api;
using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Display;
using IswitchRoofs.Host.Web.TagHelpers;
using IswitchRoofs.Scheduling.Application;
using IswitchRoofs.Scheduling.Application.Appointments;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IswitchRoofs.Host.Areas.Scheduling.Pages;

[Authorize(AppointmentEndpoints.MayRead)]
internal sealed class IndexModel(SearchAppointmentsHandler appointments, ICompanyClock clock, ICurrentUser user) : PageModel
{
    private const int RowsShown = 25;

    internal static readonly string[] Types =
    [
        "initial_consultation", "inspection", "estimate", "quote_presentation", "contract_signing", "project_start",
        "site_visit", "progress_check", "final_walkthrough", "follow_up", "maintenance", "emergency",
    ];

    private static readonly string[] Statuses = ["scheduled", "confirmed", "in_progress", "completed", "no_show", "cancelled"];
    private static readonly (string Name, string Label)[] Windows = [("upcoming", "Today and later"), ("today", "Today"), ("past", "Past"), ("all", "Any time")];

    [BindProperty(SupportsGet = true)]
    public string? When { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Type { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Mine { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = Addresses.PageKey)]
    public int? P { get; set; }

    public PageOf<AppointmentRow> List { get; private set; } = null!;

    public bool MayBook => user.Has(SchedulingPermissions.Write);

    public string ShownSort => Sort ?? (Window == "past" ? "-starts_at" : "starts_at");

    public IEnumerable<SelectListItem> WindowChoices => Windows.Select(w => new SelectListItem(w.Label, w.Name, w.Name == Window));

    public IEnumerable<SelectListItem> StatusChoices => Statuses.Select(s => new SelectListItem(Words.Of(s), s, s == Status));

    public IEnumerable<SelectListItem> TypeChoices => Types.Select(t => new SelectListItem(Words.Of(t), t, t == Type));

    public IReadOnlyList<FilterChip> Chips
    {
        get
        {
            var chips = new List<FilterChip>();
            if (When is not null && Window != "upcoming") chips.Add(new FilterChip("When", Windows.First(w => w.Name == Window).Label, "when"));
            if (!string.IsNullOrEmpty(Status)) chips.Add(new FilterChip("Status", Words.Of(Status), "status"));
            if (!string.IsNullOrEmpty(Type)) chips.Add(new FilterChip("Type", Words.Of(Type), "type"));
            if (Mine == "true") chips.Add(new FilterChip("Person", "Me", "mine"));
            return chips;
        }
    }

    private string Window => Windows.Any(w => w.Name == When) ? When! : "upcoming";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var today = clock.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var yesterday = clock.Today.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var result = await appointments.HandleAsync(
            new SearchAppointments(
                new PageRequest(P, RowsShown, null, ShownSort), Mine == "true" ? "me" : null, null, Status, Type,
                From: Window is "upcoming" or "today" ? today : null,
                To: Window switch { "today" => today, "past" => yesterday, _ => null }),
            ct);

        // An address that somebody typed or kept: show the plain list instead.
        if (result.IsFailure) return RedirectToPage(new { When = (string?)null, Status = (string?)null, Type = (string?)null, Sort = (string?)null, p = (int?)null });
        List = result.Value;
        return Page();
    }
}
