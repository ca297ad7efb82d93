using IswitchRoofs.Leads.Domain.Leads;

namespace IswitchRoofs.Leads.Domain.Response;

/// <summary>
/// The "two-minute rule": when an answer is due, and how long it took. Nothing of it is stored while a lead waits, so new
/// targets, other hours and a storm hold at once, also for leads that are already here.
/// </summary>
public sealed class ResponseClock(ResponseTargets targets, CompanyTime time)
{
    public ResponseTargets Targets => targets;

    /// <summary>Targets as the rule names them, every minute counts.</summary>
    public static ResponseClock AroundTheClock { get; } =
        new(ResponseTargets.Standard, new CompanyTime(TimeZoneInfo.Utc, [], [], [new StormPeriod(DateTimeOffset.MinValue, null)]));

    public int TargetSeconds(Temperature temperature) => targets.SecondsFor(temperature);

    /// <summary>When this part of the target has passed; all of it unless told otherwise.</summary>
    public DateTimeOffset DueAt(DateTimeOffset cameIn, Temperature temperature, double part = 1) => time.After(cameIn, Part(temperature, part));

    /// <summary>Leads of this temperature that came in until then have used up this part of their target.</summary>
    public DateTimeOffset CameInUntil(DateTimeOffset now, Temperature temperature, double part = 1) => time.Before(now, Part(temperature, part));

    /// <summary>What counts between coming in and the answer; an answer before the lead was typed in took nothing.</summary>
    public TimeSpan Took(DateTimeOffset cameIn, DateTimeOffset answered) => time.Between(cameIn, answered);

    public bool Runs(DateTimeOffset at) => time.Runs(at);

    private TimeSpan Part(Temperature temperature, double part) => TimeSpan.FromSeconds(targets.SecondsFor(temperature) * part);
}
