using IswitchRoofs.Scheduling.Domain.Calendar;

namespace IswitchRoofs.Scheduling.Tests.Domain;

public sealed class FreeSlotsTests
{
    private static readonly DateTimeOffset Eight = new(2027, 6, 7, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSlot Open = new(Eight, Eight.AddHours(10));
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Buffer = TimeSpan.FromMinutes(15);

    [Fact]
    public void A_free_day_offers_every_quarter_of_an_hour_up_to_the_last_that_fits()
    {
        var slots = FreeSlots.Within(Open, [], Hour, Buffer, Eight.AddDays(-1)).ToArray();
        slots.Length.ShouldBe(37);
        slots[0].StartsAt.ShouldBe(Eight);
        slots[^1].EndsAt.ShouldBe(Open.EndsAt);
    }

    [Fact]
    public void Gaps_before_between_and_after_bookings_are_all_offered()
    {
        TimeSlot[] busy = [Busy(2, 1), Busy(5, 1)];
        var starts = FreeSlots.Within(Open, busy, Hour, Buffer, Eight.AddDays(-1)).Select(s => (s.StartsAt - Eight).TotalMinutes).ToArray();
        starts.ShouldContain(0);
        starts.ShouldContain(45); // ends 09:45, buffer until 10:00 sharp
        starts.ShouldNotContain(60); // its buffer would reach into the booking
        starts.ShouldContain(195); // after the first one's buffer
        starts.ShouldNotContain(180);
        starts.ShouldContain(225);
        starts.ShouldContain(540);
    }

    [Fact]
    public void Slots_that_have_begun_are_gone() =>
        FreeSlots.Within(Open, [], Hour, Buffer, Eight.AddMinutes(30)).First().StartsAt.ShouldBe(Eight.AddMinutes(45));

    [Fact]
    public void A_full_day_offers_nothing() =>
        FreeSlots.Within(Open, [new TimeSlot(Eight, Open.EndsAt)], Hour, Buffer, Eight.AddDays(-1)).ShouldBeEmpty();

    [Fact]
    public void The_nearest_slots_lie_on_either_side_of_the_wanted_time_and_come_in_order()
    {
        var calendar = new BusinessCalendar(TimeZoneInfo.FindSystemTimeZoneById("America/Detroit"), BusinessCalendar.StandardHours, new HashSet<DateOnly>());
        var slots = FreeSlots.Nearest(3, Eight.AddHours(2), calendar, [Busy(2, 1)], Hour, Buffer, 14, Eight.AddDays(-1));
        slots.Select(s => (s.StartsAt - Eight).TotalMinutes).ShouldBe([30, 45, 195]);
        slots.ShouldAllBe(s => s.EndsAt - s.StartsAt == Hour);
    }

    [Fact]
    public void The_nearest_slots_of_a_full_day_lie_on_the_neighbouring_days()
    {
        var calendar = new BusinessCalendar(TimeZoneInfo.FindSystemTimeZoneById("America/Detroit"), BusinessCalendar.StandardHours, new HashSet<DateOnly>());
        var slots = FreeSlots.Nearest(3, Eight.AddHours(9), calendar, [new TimeSlot(Eight, Open.EndsAt)], Hour, Buffer, 14, Eight);
        slots.Select(s => calendar.DayOf(s.StartsAt)).Distinct().ShouldBe([new DateOnly(2027, 6, 8)]);
    }

    private static TimeSlot Busy(int afterHours, int hours) => new(Eight.AddHours(afterHours), Eight.AddHours(afterHours + hours).AddMinutes(15));
}
