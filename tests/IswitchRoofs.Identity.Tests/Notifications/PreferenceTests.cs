using IswitchRoofs.Identity.Domain.Notifications;
using IswitchRoofs.Identity.Domain.Users;

namespace IswitchRoofs.Identity.Tests.Notifications;

public sealed class PreferenceTests
{
    private static readonly TimeZoneInfo Detroit = TimeZoneInfo.FindSystemTimeZoneById("America/Detroit");

    // Monday, 11 a.m. in Detroit.
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 15, 0, 0, TimeSpan.Zero);
    private static readonly (TimeOnly, TimeOnly) Night = (new TimeOnly(22, 0), new TimeOnly(7, 0));

    [Fact]
    public void Who_never_said_anything_hears_everything()
    {
        var nothingSaid = NotificationPreferences.Of(UserId.From(Guid.CreateVersion7()));

        NotificationCatalogue.All.ShouldAllBe(k => nothingSaid.Shows(k.Type) && nothingSaid.Mails(k.Type));
    }

    [Fact]
    public void A_muted_type_is_told_nowhere()
    {
        var wish = Wish(muted: [NotificationType.LeadAssigned]);

        wish.Shows(NotificationType.LeadAssigned).ShouldBeFalse();
        wish.Mails(NotificationType.LeadAssigned).ShouldBeFalse();
        wish.Mails(NotificationType.LeadHot).ShouldBeTrue();
    }

    [Fact]
    public void Unsubscribing_stops_the_mails_of_a_type_and_leaves_the_bell()
    {
        var wish = Wish();

        wish.Unsubscribe([NotificationType.LeadAssigned]);
        wish.Unsubscribe([NotificationType.LeadAssigned]);

        wish.UnsubscribedTypes.ShouldBe(["lead_assigned"]);
        wish.Shows(NotificationType.LeadAssigned).ShouldBeTrue();
        wish.PlanMail(NotificationType.LeadAssigned, NotificationPriority.Normal, Now, Detroit).ShouldBeNull();
    }

    [Fact]
    public void With_mail_off_nothing_is_mailed_however_urgent() =>
        Wish(email: false).PlanMail(NotificationType.LeadResponseMissed, NotificationPriority.Urgent, Now, Detroit).ShouldBeNull();

    [Theory]
    [InlineData(NotificationPriority.Urgent, 0)]
    [InlineData(NotificationPriority.High, 60)]
    [InlineData(NotificationPriority.Normal, 60)]
    [InlineData(NotificationPriority.Low, 60)]
    public void A_mail_waits_a_minute_for_others_about_the_same_record_unless_it_is_urgent(NotificationPriority priority, int seconds) =>
        Wish().PlanMail(NotificationType.Alert, priority, Now, Detroit).ShouldBe(new MailPlan(Now.AddSeconds(seconds), Digest: false));

    [Theory]
    [InlineData("2026-06-16T01:30:00Z", "2026-06-16T01:31:00Z")] // 9:30 p.m. in Detroit
    [InlineData("2026-06-16T02:30:00Z", "2026-06-16T11:00:00Z")] // 10:30 p.m.: until 7 a.m.
    [InlineData("2026-06-16T10:58:00Z", "2026-06-16T11:00:00Z")]
    [InlineData("2026-06-16T10:59:30Z", "2026-06-16T11:00:30Z")] // quiet hours end within the minute
    public void Quiet_hours_hold_a_mail_back_until_they_end(string at, string due) =>
        Wish(quiet: Night).PlanMail(NotificationType.LeadAssigned, NotificationPriority.Normal, Utc(at), Detroit)!.DueAt.ShouldBe(Utc(due));

    [Theory]
    [InlineData(NotificationPriority.Urgent)]
    [InlineData(NotificationPriority.High)]
    public void Quiet_hours_do_not_hold_back_what_is_urgent_or_high(NotificationPriority priority) =>
        Wish(quiet: Night).PlanMail(NotificationType.LeadHot, priority, Utc("2026-06-16T03:00:00Z"), Detroit)!.DueAt.ShouldBeLessThan(Utc("2026-06-16T03:02:00Z"));

    [Fact]
    public void Quiet_hours_are_those_of_the_readers_own_clock() =>
        Wish(quiet: Night, zone: "America/Los_Angeles").PlanMail(NotificationType.LeadAssigned, NotificationPriority.Normal, Utc("2026-06-16T12:00:00Z"), Detroit)!
            .DueAt.ShouldBe(Utc("2026-06-16T14:00:00Z"));

    [Fact]
    public void Quiet_hours_by_day_end_the_same_day() =>
        Wish(quiet: (new TimeOnly(9, 0), new TimeOnly(12, 0))).QuietUntil(Now, Detroit).ShouldBe(Utc("2026-06-15T16:00:00Z"));

    [Fact]
    public void Quiet_hours_over_the_night_that_the_clocks_change_end_by_the_clock() =>
        Wish(quiet: Night).QuietUntil(Utc("2026-11-01T04:00:00Z"), Detroit).ShouldBe(Utc("2026-11-01T12:00:00Z"));

    [Theory]
    [InlineData("2026-11-01T05:10:00Z", "2026-11-01T05:30:00Z")] // 1:10 a.m., the first time
    [InlineData("2026-11-01T06:10:00Z", null)] // 1:10 a.m. again
    public void In_the_hour_that_comes_twice_quiet_hours_end_once(string at, string? end) =>
        Wish(quiet: (new TimeOnly(22, 0), new TimeOnly(1, 30))).QuietUntil(Utc(at), Detroit).ShouldBe(end is null ? null : Utc(end));

    [Theory]
    [InlineData(DigestRhythm.Daily, "2026-06-15T15:00:00Z", "2026-06-16T12:00:00Z")]
    [InlineData(DigestRhythm.Daily, "2026-06-15T11:59:00Z", "2026-06-15T12:00:00Z")]
    [InlineData(DigestRhythm.Weekly, "2026-06-15T15:00:00Z", "2026-06-22T12:00:00Z")]
    [InlineData(DigestRhythm.Weekly, "2026-06-17T15:00:00Z", "2026-06-22T12:00:00Z")]
    public void Low_priorities_wait_for_the_digest(DigestRhythm rhythm, string at, string due) =>
        Wish(digest: rhythm).PlanMail(NotificationType.LeadCreated, NotificationPriority.Low, Utc(at), Detroit).ShouldBe(new MailPlan(Utc(due), Digest: true));

    [Fact]
    public void A_digest_takes_nothing_but_low_priorities() =>
        Wish(digest: DigestRhythm.Daily).PlanMail(NotificationType.LeadAssigned, NotificationPriority.Normal, Now, Detroit)!.Digest.ShouldBeFalse();

    private static NotificationPreferences Wish(
        bool email = true, NotificationType[]? muted = null, (TimeOnly, TimeOnly)? quiet = null, string? zone = null, DigestRhythm digest = DigestRhythm.Off)
    {
        var wish = NotificationPreferences.Of(UserId.From(Guid.CreateVersion7()));
        wish.Change(inApp: true, email, muted ?? [], [], quiet, zone, digest);
        return wish;
    }

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
