namespace IswitchRoofs.Analytics.Application.Dashboards;

public sealed record Dashboard(
    DashboardPeriod Period,
    DateTimeOffset GeneratedAt,
    TodayFigures Today,
    LeadFigures Leads,
    RevenueFigures Revenue,
    ConversionFigures Conversion,
    FunnelFigures Funnel,
    OperationFigures Operations,
    HealthFigures Health,
    TargetFigures Targets);

/// <param name="PreviousFrom">The equally long window before, with which trends compare.</param>
public sealed record DashboardPeriod(string Name, DateOnly From, DateOnly To, int Days, DateOnly PreviousFrom, DateOnly PreviousTo, string TimeZone);

/// <param name="ChangePercent">Null when there was nothing before.</param>
public sealed record Figure(decimal? Value, decimal? Previous, decimal? ChangePercent);

public sealed record TodayFigures(
    int NewLeads, int HotLeads, int Responded, long? MedianResponseSeconds, int Appointments, int ProjectsActive, int ProjectsOverdue, int ProjectsOverBudget);

/// <param name="WithinTarget">First responses within the target, of all leads answered.</param>
public sealed record LeadFigures(
    Figure Total,
    Figure Hot,
    Figure MeanScore,
    Figure MedianResponseSeconds,
    ShareFigure WithinTarget,
    IReadOnlyList<NamedCount> ByTemperature,
    IReadOnlyList<NamedCount> ByStatus,
    IReadOnlyList<SourceFigure> BySource);

/// <summary>A percentage never comes without its counts.</summary>
/// <param name="TooFew">Fewer than 20 cases: the percentage says little.</param>
public sealed record ShareFigure(int Count, int Total, decimal? Percent, bool TooFew);

public sealed record NamedCount(string Name, int Count, decimal? Percent);

public sealed record SourceFigure(string Source, int Leads, ShareFigure Conversion);

public sealed record RevenueFigures(
    Figure Won, Figure MeanDeal, decimal? Projection, decimal Pipeline, decimal PipelineWeighted, int OpenLeads, IReadOnlyList<PipelineStage> ByStage, IReadOnlyList<MonthFigure> ByMonth);

public sealed record PipelineStage(string Status, int Leads, decimal Value, int ProbabilityPercent, decimal Weighted);

public sealed record MonthFigure(string Month, decimal Revenue, int Projects, decimal Target);

/// <summary>Of the leads that came in during the period, those won by now.</summary>
public sealed record ConversionFigures(ShareFigure Current, ShareFigure Previous, decimal? ChangePoints, decimal? MeanDaysToWin);

public sealed record FunnelFigures(IReadOnlyList<FunnelStepFigure> Steps, string? Bottleneck);

/// <param name="Rate">Percent of the step before.</param>
public sealed record FunnelStepFigure(string Stage, int Count, decimal? Rate, bool TooFew, string? Bottleneck);

public sealed record OperationFigures(
    int Appointments, int Completed, int NoShow, int Cancelled, decimal? CompletionRate, decimal? NoShowRate, decimal? CancellationRate, bool TooFew,
    decimal? PreviousCompletionRate, int ProjectsActive, int ProjectsOverdue, int ProjectsOverBudget);

public sealed record HealthFigures(decimal Score, IReadOnlyList<HealthPartFigure> Parts);

public sealed record HealthPartFigure(string Name, decimal Weight, decimal Score, decimal? Achieved, decimal Target);

public sealed record TargetFigures(int ResponseSeconds, decimal ConversionPercent, decimal Deal, decimal Satisfaction, decimal MonthlyRevenue, decimal GrowthPercent);
