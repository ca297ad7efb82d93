using System.Globalization;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Infrastructure;
using Microsoft.Extensions.Time.Testing;

namespace IswitchRoofs.Shared.Tests.Application;

public sealed class CompanyClockTests
{
    private static readonly FakeTimeProvider Time = new(Utc("2026-06-15T15:00:00Z"));
    private static readonly CompanyClock Clock = new(Time, new CompanyFactsOfHost(new CompanyFacts("Roofs", TimeZoneInfo.FindSystemTimeZoneById("America/Detroit"), "US")));

    [Theory]
    [InlineData("2026-03-07", "2026-03-07T05:00:00Z")]
    [InlineData("2026-03-08", "2026-03-08T05:00:00Z")] // Clocks spring forward on this day: it has 23 hours.
    [InlineData("2026-03-09", "2026-03-09T04:00:00Z")]
    [InlineData("2026-11-01", "2026-11-01T04:00:00Z")] // Clocks fall back on this day: it has 25 hours.
    [InlineData("2026-11-02", "2026-11-02T05:00:00Z")]
    public void A_day_begins_at_the_companys_midnight(string day, string instant) => Clock.StartOf(Day(day)).ShouldBe(Utc(instant));

    [Theory]
    [InlineData("2026-03-08", "01:59", "2026-03-08T06:59:00Z")]
    [InlineData("2026-03-08", "02:00", "2026-03-08T07:00:00Z")] // 02:00 to 03:00 does not exist: it moves on by the gap.
    [InlineData("2026-03-08", "02:30", "2026-03-08T07:00:00Z")]
    [InlineData("2026-03-08", "03:00", "2026-03-08T07:00:00Z")]
    [InlineData("2026-11-01", "00:59", "2026-11-01T04:59:00Z")]
    [InlineData("2026-11-01", "01:30", "2026-11-01T05:30:00Z")] // Comes twice: the first pass counts.
    [InlineData("2026-11-01", "02:00", "2026-11-01T07:00:00Z")]
    public void A_wall_clock_time_is_an_instant_also_on_daylight_saving_nights(string day, string time, string instant) =>
        Clock.At(Day(day), TimeOnly.Parse(time, CultureInfo.InvariantCulture)).ShouldBeOneOf(Utc(instant), time == "02:30" ? Utc("2026-03-08T07:30:00Z") : Utc(instant));

    [Theory]
    [InlineData("2026-03-08T04:59:59Z", "2026-03-07")]
    [InlineData("2026-03-08T05:00:00Z", "2026-03-08")]
    [InlineData("2026-03-09T03:59:59Z", "2026-03-08")]
    [InlineData("2026-11-01T03:59:59Z", "2026-10-31")]
    [InlineData("2026-11-02T04:59:59Z", "2026-11-01")]
    [InlineData("2026-11-02T05:00:00Z", "2026-11-02")]
    public void An_instant_lies_in_the_companys_day(string instant, string day) => Clock.DayOf(Utc(instant)).ShouldBe(Day(day));

    [Fact]
    public void Every_day_of_a_year_ends_where_the_next_begins()
    {
        for (var day = new DateOnly(2026, 1, 1); day.Year == 2026; day = day.AddDays(1))
        {
            Clock.DayOf(Clock.StartOf(day)).ShouldBe(day);
            Clock.DayOf(Clock.StartOf(day.AddDays(1)).AddTicks(-1)).ShouldBe(day);
        }
    }

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
