namespace IswitchRoofs.Analytics.Application.Dashboards;

/// <summary>Where the figures come from; what they mean is decided by <see cref="GetDashboardHandler"/>.</summary>
public interface IDashboardFigures
{
    Task<DashboardFigures> ReadAsync(FigureWindow window, CancellationToken ct);
}

public sealed record FigureWindow(DateOnly PreviousFrom, DateOnly From, DateOnly To, DateOnly Today, DateOnly FirstMonth);

/// <summary>Plain counts and sums, read in one round trip.</summary>
public sealed record DashboardFigures(
    IReadOnlyList<LeadCount> Leads,
    IReadOnlyList<LeadCount> LeadsToday,
    IReadOnlyList<OpenValue> LeadsByStatus,
    IReadOnlyList<WonRevenue> Won,
    IReadOnlyList<MonthRevenue> Months,
    ProjectCounts Projects,
    IReadOnlyList<AppointmentCount> Appointments);

/// <param name="Dimension"><c>total</c>, <c>source</c>, <c>status</c>, <c>temperature</c>, <c>stage</c> or <c>response</c>.</param>
/// <param name="Current">Of the period itself; otherwise of the window before.</param>
public sealed record LeadCount(string Dimension, string Value, bool Current, int Leads, int Won, long ScoreSum, double DaysToWin);

public sealed record OpenValue(string Status, int Leads, decimal Value);

public sealed record WonRevenue(bool Current, int Projects, int Deals, decimal Value);

public sealed record MonthRevenue(DateOnly Month, int Projects, decimal Value);

public sealed record ProjectCounts(int Active, int Overdue, int OverBudget);

/// <param name="Window"><c>current</c>, <c>previous</c> or <c>today</c>.</param>
public sealed record AppointmentCount(string Window, string Status, int Count);
