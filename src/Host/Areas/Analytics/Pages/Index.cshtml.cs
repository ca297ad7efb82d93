using IswitchRoofs.Analytics.Application.Dashboards;
using IswitchRoofs.Host.Areas.Analytics.Api;
using IswitchRoofs.Host.Web.Display;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IswitchRoofs.Host.Areas.Analytics.Pages;

[Authorize(AnalyticsEndpoints.MayRead)]
internal sealed class IndexModel(GetDashboardHandler dashboards) : PageModel
{
    private static readonly (string Name, string Label)[] Periods =
        [("today", "Today"), ("7d", "Last 7 days"), ("30d", "Last 30 days"), ("month", "This month"), ("quarter", "This quarter"), ("year", "This year")];

    [BindProperty(SupportsGet = true)]
    public string? Period { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    public Dashboard Figures { get; private set; } = null!;

    public string? Complaint { get; private set; }

    public IEnumerable<SelectListItem> PeriodChoices =>
        Periods.Select(p => new SelectListItem(p.Label, p.Name, p.Name == Figures.Period.Name));

    public ChartCard FunnelChart => new(
        "funnel", "How far do leads get?", "funnel", [.. Figures.Funnel.Steps.Select(s => Words.Of(s.Stage))],
        [new ChartSeries("Leads", [.. Figures.Funnel.Steps.Select(s => (decimal?)s.Count)])])
    {
        LabelHead = "Step",
        Summary = Figures.Funnel.Bottleneck is { } step ? $"Most leads stop before “{Words.Of(step)}”." : null,
    };

    public ChartCard RevenueChart => new(
        "revenue", "How much revenue was completed each month?", "columns", [.. Figures.Revenue.ByMonth.Select(m => m.Month)],
        [new ChartSeries("Revenue", [.. Figures.Revenue.ByMonth.Select(m => (decimal?)m.Revenue)])], "usd")
    {
        LabelHead = "Month",
        Summary = $"The target is {Formats.Money(Figures.Targets.MonthlyRevenue)} a month.",
    };

    public ChartCard SourceChart => new(
        "sources", "Where do leads come from?", "bars", [.. Figures.Leads.BySource.Select(s => Words.Of(s.Source))],
        [new ChartSeries("Leads", [.. Figures.Leads.BySource.Select(s => (decimal?)s.Leads)])])
    {
        LabelHead = "Source",
        Summary = Figures.Leads.BySource is [var first, ..] ? $"Most came by {Words.Of(first.Source)}." : null,
        Urls = [.. Figures.Leads.BySource.Select(s => $"/Leads?source={s.Source}")],
    };

    public ChartCard TemperatureChart => new(
        "temperatures", "How promising are they?", "bars", [.. Figures.Leads.ByTemperature.Select(t => Words.Of(t.Name))],
        [new ChartSeries("Leads", [.. Figures.Leads.ByTemperature.Select(t => (decimal?)t.Count)])])
    {
        LabelHead = "Temperature",
        Urls = [.. Figures.Leads.ByTemperature.Select(t => $"/Leads?temperature={t.Name}")],
    };

    public ChartCard PipelineChart => new(
        "pipeline", "What is the open pipeline worth?", "bars", [.. Figures.Revenue.ByStage.Select(s => Words.Of(s.Status))],
        [new ChartSeries("Estimated", [.. Figures.Revenue.ByStage.Select(s => (decimal?)s.Value)]), new ChartSeries("Weighted by chance", [.. Figures.Revenue.ByStage.Select(s => (decimal?)s.Weighted)])],
        "usd")
    {
        LabelHead = "Status",
        Summary = $"{Formats.Money(Figures.Revenue.PipelineWeighted)} of {Formats.Money(Figures.Revenue.Pipeline)} are to be expected.",
        Urls = [.. Figures.Revenue.ByStage.Select(s => $"/Leads?status={s.Status}")],
    };

    public async Task OnGetAsync(CancellationToken ct)
    {
        var asked = From is not null || To is not null ? new GetDashboard(null, From, To) : new GetDashboard(Period);
        var result = await dashboards.HandleAsync(asked, ct);
        if (result.IsFailure)
        {
            Complaint = string.Join(" ", result.Error.Fields.Select(f => $"{Words.Of(f.Key)} {f.Value[0]}"));
            result = await dashboards.HandleAsync(new GetDashboard(), ct);
        }

        Figures = result.Value;
    }

    /// <summary>"2 min 30 s": how long a first answer took.</summary>
    public static string Duration(decimal? seconds) => seconds switch
    {
        null => Words.None,
        < 60 => $"{Formats.Number(seconds)} s",
        < 3_600 => $"{Formats.Number(Math.Floor(seconds.Value / 60))} min{(seconds.Value % 60 == 0 ? "" : $" {Formats.Number(seconds.Value % 60)} s")}",
        < 172_800 => $"{Formats.Number(seconds.Value / 3_600, 1)} h",
        _ => $"{Formats.Number(seconds.Value / 86_400, 1)} days",
    };

    public static string Share(ShareFigure share) =>
        share.Percent is null ? "no cases" : $"{Formats.Number(share.Count)} of {Formats.Number(share.Total)}{(share.TooFew ? ", too few to judge" : "")}";
}
