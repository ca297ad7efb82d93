using IswitchRoofs.Identity.Domain.Notifications;
using IswitchRoofs.Identity.Domain.Users;

namespace IswitchRoofs.Identity.Tests.Notifications;

public sealed class OldNewsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 14, 0, 0, TimeSpan.Zero);

    [Fact]
    public void News_arrives_unread_and_rings_the_bell()
    {
        var notification = Told(Now.AddDays(-3));

        notification.ReadAt.ShouldBeNull();
        notification.DomainEvents.Count.ShouldBe(1);
    }

    [Fact]
    public void Old_news_arrives_read_and_wakes_nobody()
    {
        var notification = Told(Now.AddDays(-3).AddSeconds(-1));

        notification.ReadAt.ShouldBe(Now);
        notification.DomainEvents.ShouldBeEmpty();
    }

    [Fact]
    public void News_stands_where_it_happened() => Told(Now.AddHours(-5)).CreatedAt.ShouldBe(Now.AddHours(-5));

    private static Notification Told(DateTimeOffset happenedAt) => Notification.To(
        UserId.From(Guid.CreateVersion7()), NotificationType.LeadAssigned, NotificationPriority.Normal, "New lead for you", null, "lead", Guid.CreateVersion7(), happenedAt, Now);
}
