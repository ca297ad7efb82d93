using IswitchRoofs.Scheduling.Domain.Calendar;

namespace IswitchRoofs.Scheduling.Tests.Domain;

public sealed class BusinessCalendarTests
{
    private static readonly TimeZoneInfo Detroit = TimeZoneInfo.FindSystemTimeZoneById("America/Detroit");
    private static readonly BusinessCalendar Calendar = new(Detroit, BusinessCalendar.StandardHours, new HashSet<DateOnly> { new(2027, 12, 24) });

    [Theory]
    [InlineData("2027-06-07T08:00-04:00", 60, true)] // Monday, at opening
    [InlineData("2027-06-07T07:59-04:00", 60, false)]
    [InlineData("2027-06-07T17:00-04:00", 60, true)] // ends at closing
    [InlineData("2027-06-07T17:01-04:00", 60, false)]
    [InlineData("2027-06-12T09:00-04:00", 300, true)] // all of Saturday
    [InlineData("2027-06-12T08:59-04:00", 60, false)]
    [InlineData("2027-06-12T13:30-04:00", 31, false)]
    [InlineData("2027-06-13T10:00-04:00", 60, false)] // Sunday
    [InlineData("2027-12-24T10:00-05:00", 60, false)] // a holiday
    [InlineData("2027-06-07T10:00-04:00", 1440, false)] // over night
    public void Appointments_lie_within_the_hours_of_one_day(string start, int minutes, bool within)
    {
        var from = DateTimeOffset.Parse(start, System.Globalization.CultureInfo.InvariantCulture);
        Calendar.Contains(from, from.AddMinutes(minutes)).ShouldBe(within);
    }

    [Theory]
    [InlineData("2027-03-13", "2027-03-13T14:00Z")] // Saturday 09:00 before the spring night
    [InlineData("2027-03-15", "2027-03-15T12:00Z")] // Monday 08:00 after it
    [InlineData("2027-11-06", "2027-11-06T13:00Z")] // Saturday 09:00 before the autumn night
    [InlineData("2027-11-08", "2027-11-08T13:00Z")] // Monday 08:00 after it
    public void The_wall_clock_opens_the_office_on_both_sides_of_a_clock_change(string day, string opens) =>
        Calendar.OpenOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))!.Value.StartsAt
            .ShouldBe(DateTimeOffset.Parse(opens, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2027-03-14", 23 * 60)] // the spring night has no 02:00
    [InlineData("2027-11-07", 25 * 60)] // the autumn night has 01:00 twice
    public void A_day_without_closing_time_has_as_many_hours_as_the_clock_change_leaves(string day, int minutes)
    {
        var always = new BusinessCalendar(Detroit, Enum.GetValues<DayOfWeek>().ToDictionary(d => d, _ => new OpeningHours(TimeOnly.MinValue, new TimeOnly(23, 59))), new HashSet<DateOnly>());
        var open = always.OpenOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))!.Value;
        (open.EndsAt - open.StartsAt).TotalMinutes.ShouldBe(minutes - 1);
    }

    [Fact]
    public void An_opening_time_that_the_spring_night_skips_is_the_end_of_the_gap()
    {
        var early = new BusinessCalendar(Detroit, new Dictionary<DayOfWeek, OpeningHours> { [DayOfWeek.Sunday] = new(new TimeOnly(2, 30), new TimeOnly(5, 0)) }, new HashSet<DateOnly>());
        early.OpenOn(new DateOnly(2027, 3, 14))!.Value.StartsAt.ShouldBe(new DateTimeOffset(2027, 3, 14, 7, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void A_persons_hours_and_days_off_narrow_the_companys_and_never_widen_them()
    {
        var company = new BusinessCalendar(TimeZoneInfo.FindSystemTimeZoneById("America/Detroit"), BusinessCalendar.StandardHours, new HashSet<DateOnly>());
        var person = company.NarrowedBy(["monday 07:00-12:00", "wednesday 10:00-20:00", "sunday 08:00-17:00"], ["2027-06-09/2027-06-10"]);

        person.OpenOn(new DateOnly(2027, 6, 7))!.Value.EndsAt.ShouldBe(new DateTimeOffset(2027, 6, 7, 16, 0, 0, TimeSpan.Zero));
        person.OpenOn(new DateOnly(2027, 6, 7))!.Value.StartsAt.ShouldBe(company.OpenOn(new DateOnly(2027, 6, 7))!.Value.StartsAt);
        person.OpenOn(new DateOnly(2027, 6, 8)).ShouldBeNull("Tuesday is free");
        person.OpenOn(new DateOnly(2027, 6, 9)).ShouldBeNull("a day off");
        person.OpenOn(new DateOnly(2027, 6, 13)).ShouldBeNull("the company is closed on Sunday");
        person.OpenOn(new DateOnly(2027, 6, 16))!.Value.EndsAt.ShouldBe(company.OpenOn(new DateOnly(2027, 6, 16))!.Value.EndsAt);
        company.NarrowedBy([], []).ShouldBeSameAs(company);
    }
}
