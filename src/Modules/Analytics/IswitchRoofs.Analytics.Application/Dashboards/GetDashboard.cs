using System.Globalization;
using IswitchRoofs.Analytics.Domain.Kpis;
using IswitchRoofs.Analytics.Domain.Periods;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Caching;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Analytics.Application.Dashboards;

/// <param name="Period"><c>today</c>, <c>7d</c>, <c>30d</c> (default), <c>month</c>, <c>quarter</c> or <c>year</c>; not with from and to.</param>
public sealed record GetDashboard(string? Period = null, DateOnly? From = null, DateOnly? To = null);

public sealed class GetDashboardHandler(IDashboardFigures figures, Targets targets, AnswerCache cache, ICompanyClock clock) : IUseCase
{
    /// <summary>Moved on whenever facts have changed.</summary>
    public const string CacheTag = "analytics";

    private const int MonthsShown = 12;
    private static readonly string[] Tags = [CacheTag];
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private static readonly string[] Temperatures = ["hot", "warm", "cool", "cold"];

    private static readonly string[] Statuses =
        ["new", "contacted", "qualified", "appointment_scheduled", "inspection_completed", "quote_sent", "negotiation", "won", "lost", "nurture"];

    public async Task<Result<Dashboard>> HandleAsync(GetDashboard query, CancellationToken ct)
    {
        var today = clock.Today;
        var validation = new Validation();
        var period = PeriodOf(query, today, validation);
        if (validation.Failed || period is null) return validation.ToError();

        var key = string.Create(CultureInfo.InvariantCulture, $"analytics:dashboard:{period.Name}:{today:yyyy-MM-dd}:{clock.Zone.Id}:v1");
        return await cache.GetAsync(key, Tags, Lifetime, token => ComputeAsync(period, today, token), ct);
    }

    private static ReportPeriod? PeriodOf(GetDashboard query, DateOnly today, Validation validation)
    {
        if (query.From is null && query.To is null)
        {
            var period = ReportPeriod.Named(query.Period ?? "30d", today);
            if (period is null) validation.Add("period", $"must be one of {string.Join(", ", ReportPeriod.Names)}.");
            return period;
        }

        if (query.Period is not null) validation.Add("period", "cannot be combined with from and to.");
        if (query.From is not { } from || query.To is not { } to)
        {
            validation.Add(query.From is null ? "from" : "to", "is required: from and to come together.");
            return null;
        }

        if (to < from) validation.Add("to", "must not be before from.");
        else if (to.DayNumber - from.DayNumber >= ReportPeriod.LongestDays) validation.Add("to", "must lie within five years of from.");
        if (from.Year < 2000 || to.Year > 2100) validation.Add("from", "must lie between 2000 and 2100.");
        return ReportPeriod.Between(from, to);
    }

    private async ValueTask<Dashboard> ComputeAsync(ReportPeriod period, DateOnly today, CancellationToken ct)
    {
        var firstMonth = new DateOnly(today.Year, today.Month, 1).AddMonths(1 - MonthsShown);
        var read = await figures.ReadAsync(new FigureWindow(period.PreviousFrom, period.From, period.To, today, firstMonth), ct);
        var leads = new LeadWindow(read.Leads.Where(l => l.Current));
        var before = new LeadWindow(read.Leads.Where(l => !l.Current));
        var conversion = ConversionOf(leads, before);
        var revenue = RevenueOf(read, period, today, firstMonth);
        var operations = OperationsOf(read);
        var median = ResponseTimes.Median(leads.Responses);
        return new Dashboard(
            new DashboardPeriod(period.Name, period.From, period.To, period.Days, period.PreviousFrom, period.PreviousTo, clock.Zone.Id),
            clock.Now,
            TodayOf(read),
            LeadsOf(leads, before),
            revenue,
            conversion,
            FunnelOf(leads),
            operations,
            HealthOf(BusinessHealth.Of(median, conversion.Current.Percent, revenue.Won.Value ?? 0, revenue.MeanDeal.Value, targets, period.Days)),
            new TargetFigures(targets.ResponseSeconds, targets.ConversionPercent, targets.Deal, targets.Satisfaction, targets.MonthlyRevenue, targets.GrowthPercent));
    }

    private static TodayFigures TodayOf(DashboardFigures read)
    {
        var today = new LeadWindow(read.LeadsToday);
        return new TodayFigures(
            today.Total, today.CountOf("temperature", "hot"), today.Responses.Values.Sum(), ResponseTimes.Median(today.Responses),
            read.Appointments.Where(a => a.Window == "today" && a.Status != "cancelled").Sum(a => a.Count),
            read.Projects.Active, read.Projects.Overdue, read.Projects.OverBudget);
    }

    private LeadFigures LeadsOf(LeadWindow leads, LeadWindow before)
    {
        var responded = leads.Responses.Values.Sum();
        return new LeadFigures(
            FigureOf(leads.Total, before.Total),
            FigureOf(leads.CountOf("temperature", "hot"), before.CountOf("temperature", "hot")),
            FigureOf(Ratio.Mean(leads.ScoreSum, leads.Total), Ratio.Mean(before.ScoreSum, before.Total)),
            FigureOf(ResponseTimes.Median(leads.Responses), ResponseTimes.Median(before.Responses)),
            ShareOf(ResponseTimes.Within(leads.Responses, targets.ResponseSeconds), responded),
            [.. Temperatures.Select(name => NamedOf(name, leads.CountOf("temperature", name), leads.Total))],
            [.. Statuses.Select(name => NamedOf(name, leads.CountOf("status", name), leads.Total))],
            [.. leads.Of("source").OrderByDescending(s => s.Leads).ThenBy(s => s.Value, StringComparer.Ordinal)
                .Select(s => new SourceFigure(s.Value, s.Leads, ShareOf(s.Won, s.Leads)))]);
    }

    private static ConversionFigures ConversionOf(LeadWindow leads, LeadWindow before)
    {
        var (current, previous) = (ShareOf(leads.Won, leads.Total), ShareOf(before.Won, before.Total));
        return new ConversionFigures(
            current, previous, current.Percent - previous.Percent,
            leads.Won == 0 ? null : decimal.Round((decimal)leads.DaysToWin / leads.Won, 1, MidpointRounding.AwayFromZero));
    }

    private RevenueFigures RevenueOf(DashboardFigures read, ReportPeriod period, DateOnly today, DateOnly firstMonth)
    {
        var won = read.Won.FirstOrDefault(w => w.Current);
        var wonBefore = read.Won.FirstOrDefault(w => !w.Current);
        var stages = read.LeadsByStatus
            .Where(s => Pipeline.ProbabilityOf(s.Status) is not null)
            .OrderBy(s => Array.IndexOf(Statuses, s.Status))
            .Select(s => new PipelineStage(s.Status, s.Leads, s.Value, Pipeline.ProbabilityOf(s.Status)!.Value, Pipeline.Weighted([(s.Status, s.Value)])))
            .ToArray();
        return new RevenueFigures(
            FigureOf(won?.Value ?? 0, wonBefore?.Value ?? 0),
            FigureOf(won is null ? null : Ratio.Mean(won.Value, won.Deals), wonBefore is null ? null : Ratio.Mean(wonBefore.Value, wonBefore.Deals)),
            Projection(won?.Value ?? 0, period, today),
            stages.Sum(s => s.Value),
            Pipeline.Weighted(stages.Select(s => (s.Status, s.Value))),
            stages.Sum(s => s.Leads),
            stages,
            [.. Enumerable.Range(0, MonthsShown).Select(firstMonth.AddMonths).Select(month =>
            {
                var sold = read.Months.FirstOrDefault(m => m.Month == month);
                return new MonthFigure(month.ToString("yyyy-MM", CultureInfo.InvariantCulture), sold?.Value ?? 0, sold?.Projects ?? 0, targets.MonthlyRevenue);
            })]);
    }

    /// <summary>What the calendar period brings by its end at the pace so far; null for windows that end today anyway (K3).</summary>
    private static decimal? Projection(decimal won, ReportPeriod period, DateOnly today)
    {
        DateOnly? end = period.Name switch
        {
            "month" => period.From.AddMonths(1).AddDays(-1),
            "quarter" => period.From.AddMonths(3).AddDays(-1),
            "year" => period.From.AddYears(1).AddDays(-1),
            _ => null,
        };
        if (end is not { } last) return null;
        var gone = today.DayNumber - period.From.DayNumber + 1;
        return decimal.Round(won / gone * (last.DayNumber - period.From.DayNumber + 1), 2, MidpointRounding.AwayFromZero);
    }

    private static FunnelFigures FunnelOf(LeadWindow leads)
    {
        var furthest = leads.Of("stage").ToDictionary(s => int.Parse(s.Value, CultureInfo.InvariantCulture), s => s.Leads);
        var steps = Funnel.Of(furthest);
        return new FunnelFigures(
            [.. steps.Select(s => new FunnelStepFigure(s.Stage, s.Count, s.Rate, s.Of < Ratio.Few, s.Bottleneck))],
            Funnel.WorstOf(steps)?.Stage);
    }

    private static OperationFigures OperationsOf(DashboardFigures read)
    {
        var rates = AppointmentRates.Of(Appointments(read, "current"));
        var before = AppointmentRates.Of(Appointments(read, "previous"));
        return new OperationFigures(
            rates.Total, rates.Completed, rates.NoShow, rates.Cancelled, rates.CompletionRate, rates.NoShowRate, rates.CancellationRate,
            rates.Total < Ratio.Few, before.CompletionRate, read.Projects.Active, read.Projects.Overdue, read.Projects.OverBudget);
    }

    private static HealthFigures HealthOf(BusinessHealth health) =>
        new(health.Score, [.. health.Parts.Select(p => new HealthPartFigure(p.Name, p.Weight, p.Score, p.Achieved, p.Target))]);

    private static Dictionary<string, int> Appointments(DashboardFigures read, string window) =>
        read.Appointments.Where(a => a.Window == window).ToDictionary(a => a.Status, a => a.Count);

    private static Figure FigureOf(decimal? value, decimal? previous) => new(value, previous, Ratio.Change(value, previous));

    private static ShareFigure ShareOf(int count, int total) => new(count, total, Ratio.Percent(count, total), total < Ratio.Few);

    private static NamedCount NamedOf(string name, int count, int total) => new(name, count, Ratio.Percent(count, total));

    /// <summary>The counts of one window by dimension.</summary>
    private sealed class LeadWindow
    {
        private readonly ILookup<string, LeadCount> _counts;

        public LeadWindow(IEnumerable<LeadCount> counts)
        {
            _counts = counts.ToLookup(c => c.Dimension);
            Responses = _counts["response"].ToDictionary(c => long.Parse(c.Value, CultureInfo.InvariantCulture), c => c.Leads);
        }

        public int Total => _counts["total"].Sum(c => c.Leads);

        public int Won => _counts["total"].Sum(c => c.Won);

        public long ScoreSum => _counts["total"].Sum(c => c.ScoreSum);

        public double DaysToWin => _counts["total"].Sum(c => c.DaysToWin);

        public IReadOnlyDictionary<long, int> Responses { get; }

        public IEnumerable<LeadCount> Of(string dimension) => _counts[dimension];

        public int CountOf(string dimension, string value) => _counts[dimension].Where(c => c.Value == value).Sum(c => c.Leads);
    }
}
