using System.Globalization;
using IswitchRoofs.Host.Areas.Identity.Pages.Availability;
using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Display;
using IswitchRoofs.Identity.Application;
using IswitchRoofs.Identity.Application.Company;
using IswitchRoofs.Identity.Application.WorkingTime;
using IswitchRoofs.Shared.Application;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IswitchRoofs.Host.Areas.Identity.Pages.Settings;

[Authorize(IdentityPermissions.ManageSettings)]
public sealed class HoursModel(GetBusinessHoursHandler read, ChangeBusinessHoursHandler changes, ICompanyClock company) : PageModel
{
    private const int DateLength = 10;

    [BindProperty]
    public List<DayForm> Days { get; set; } = [];

    [BindProperty]
    public string? Holidays { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    public string Zone => company.Zone.Id;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var hours = (await read.HandleAsync(new GetBusinessHours(), ct)).Value;
        Version = hours.Version;
        Days = DayForm.Week(hours.BusinessHours);
        Holidays = string.Join('\n', hours.Holidays.Select(h => $"{h.Date!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {h.Name}".Trim()));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.Clear();
        var days = Days.Where(d => d.Works).Select(d => new WorkingDayDetails(d.Weekday, d.From, d.To)).ToArray();
        var lines = (Holidays ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var saved = await changes.HandleAsync(new ChangeBusinessHours(new BusinessHoursFields(days, [.. lines.Select(Holiday)]), Version), ct);
        if (saved.IsSuccess)
        {
            this.Toast("Business hours saved");
            return RedirectToPage();
        }

        foreach (var (field, messages) in saved.Error.Fields)
            foreach (var message in messages)
                ModelState.AddModelError("", field.Split('[', ']', '.') is [var list, var row, .., var part]
                    ? $"{(list == "holidays" ? $"Holidays, {lines[Row(row)]}" : Words.Of(days[Row(row)].Weekday))}: {part} {message}"
                    : $"{Words.Of(field)} {message}");
        if (saved.Error.Fields.Count == 0) ModelState.AddModelError("", saved.Error.Detail);
        return Page();
    }

    private static int Row(string number) => int.Parse(number, CultureInfo.InvariantCulture);

    private static HolidayDetails Holiday(string line) =>
        line.Length >= DateLength && DateOnly.TryParseExact(line[..DateLength], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new HolidayDetails(date, line[DateLength..].Trim())
            : new HolidayDetails(null, line);
}
