using System.Globalization;
using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Display;
using IswitchRoofs.Leads.Application;
using IswitchRoofs.Leads.Application.Response;
using IswitchRoofs.Shared.Application;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IswitchRoofs.Host.Areas.Leads.Pages;

[Authorize(LeadsPermissions.Read)]
public sealed class ResponseModel(GetResponseFiguresHandler figures, Colleagues colleagues, ICurrentUser user, ICompanyClock clock) : PageModel
{
    private const int UsualDays = 30;
    private static readonly int[] DayChoices = [7, UsualDays, 90, 365];

    [BindProperty(SupportsGet = true)]
    public int? Days { get; set; }

    public ResponseFigures Figures { get; private set; } = null!;

    public Colleagues People => colleagues;

    public bool SeesTeam => user.Has(LeadsPermissions.ReadTeamFigures);

    public IEnumerable<SelectListItem> Periods =>
        DayChoices.Select(d => new SelectListItem($"Last {d} days", d.ToString(CultureInfo.InvariantCulture), d == Shown));

    public ChartCard HoursChart => new(
        "response-hours", "At which hour are answers late?", "columns", [.. Figures.ByHour.Select(h => Hour(h.Hour))],
        [new ChartSeries("In time", [.. Figures.ByHour.Select(h => h.Figure.SharePercent)])], "percent")
    {
        LabelHead = "Came in at",
    };

    private int Shown => Days is { } days && DayChoices.Contains(days) ? days : UsualDays;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var from = clock.Today.AddDays(1 - Shown).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var to = clock.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Figures = (await figures.HandleAsync(new GetResponseFigures(from, to), ct)).Value;
        await People.LoadAsync(ct);
    }

    public string Share(ResponseFigure figure) =>
        string.Create(Formats.Culture, $"{figure.WithinTarget:N0} of {figure.Answered + figure.Missed:N0}");

    public string Time(int? seconds) => seconds switch
    {
        null => Words.None,
        < 120 => $"{Formats.Number(seconds)} s",
        < 7_200 => $"{Formats.Number(seconds / 60m, 1)} min",
        _ => $"{Formats.Number(seconds / 3_600m, 1)} h",
    };

    private static string Hour(int hour) => DateTime.MinValue.AddHours(hour).ToString("h tt", Formats.Culture);
}
