namespace IswitchRoofs.Shared.Application;

/// <summary>The company's time zone decides what a day is, whatever the server's zone.</summary>
public interface ICompanyClock
{
    TimeZoneInfo Zone { get; }

    DateTimeOffset Now { get; }

    /// <summary>Today in the company's zone.</summary>
    DateOnly Today { get; }

    /// <summary>The company's day in which an instant lies.</summary>
    DateOnly DayOf(DateTimeOffset instant);

    /// <summary>The instant (UTC) at which a company day begins, also on daylight-saving days.</summary>
    DateTimeOffset StartOf(DateOnly day);

    /// <summary>The instant (UTC) of a wall-clock time; a time that a spring night skips moves on by the gap.</summary>
    DateTimeOffset At(DateOnly day, TimeOnly time);
}
