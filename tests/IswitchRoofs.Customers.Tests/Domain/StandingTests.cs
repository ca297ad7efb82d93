using IswitchRoofs.Customers.Domain.Customers;

namespace IswitchRoofs.Customers.Tests.Domain;

public sealed class StandingTests
{
    private static readonly DateOnly Today = new(2026, 6, 15);

    [Theory]
    [InlineData(50_000, 0, 0, CustomerSegment.Premium)]
    [InlineData(50_000, 9, 9, CustomerSegment.Premium)]
    [InlineData(49_999.99, 3, 2, CustomerSegment.ReferralSource)]
    [InlineData(0, 3, 0, CustomerSegment.ReferralSource)]
    [InlineData(49_999.99, 2, 2, CustomerSegment.Repeat)]
    [InlineData(0, 2, 1, CustomerSegment.Standard)]
    [InlineData(0, 0, 0, CustomerSegment.Standard)]
    public void The_segment_is_the_first_match_of_C2(double value, int referrals, int projects, CustomerSegment expected) =>
        Standing.Segment((decimal)value, referrals, projects).ShouldBe(expected);

    [Theory]
    [InlineData(100_000, 600, 400, CustomerStatus.Vip)]
    [InlineData(99_999.99, 548, 10, CustomerStatus.Churned)]
    [InlineData(0, 547, 10, CustomerStatus.Active)]
    [InlineData(0, 547, 181, CustomerStatus.Inactive)]
    [InlineData(0, 10, 180, CustomerStatus.Active)]
    [InlineData(0, null, null, CustomerStatus.Active)]
    [InlineData(0, null, 181, CustomerStatus.Inactive)]
    public void The_status_is_the_first_match_of_C3(double value, int? projectDaysAgo, int? interactionDaysAgo, CustomerStatus expected) =>
        Standing.Status((decimal)value, Ago(projectDaysAgo), Ago(interactionDaysAgo), Today).ShouldBe(expected);

    [Theory]
    [InlineData(CustomerStatus.Vip, 10, 30)]
    [InlineData(CustomerStatus.Inactive, 90, 90)]
    [InlineData(CustomerStatus.Inactive, 91, 14)]
    [InlineData(CustomerStatus.Active, null, 90)]
    [InlineData(CustomerStatus.Churned, 600, 30)]
    public void The_next_follow_up_comes_after_the_days_of_C4(CustomerStatus status, int? projectDaysAgo, int expected) =>
        Standing.FollowUpDays(status, Ago(projectDaysAgo), Today).ShouldBe(expected);

    private static DateOnly? Ago(int? days) => days is { } d ? Today.AddDays(-d) : null;
}
