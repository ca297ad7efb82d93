namespace IswitchRoofs.Customers.Domain.Customers;

/// <summary>Segment, status and rhythm of contact as pure functions of a customer's figures (C2, C3, C4).</summary>
public static class Standing
{
    private const decimal PremiumValue = 50_000m;
    private const decimal VipValue = 100_000m;
    private const int ReferralsOfASource = 3;
    private const int ProjectsOfARepeater = 2;
    private const int ChurnedAfterDays = 547;
    private const int InactiveAfterDays = 180;
    private const int RecentProjectDays = 90;

    /// <summary>C2, first match wins.</summary>
    public static CustomerSegment Segment(decimal lifetimeValue, int referralCount, int projectCount) =>
        lifetimeValue >= PremiumValue ? CustomerSegment.Premium
        : referralCount >= ReferralsOfASource ? CustomerSegment.ReferralSource
        : projectCount >= ProjectsOfARepeater ? CustomerSegment.Repeat
        : CustomerSegment.Standard;

    /// <summary>C3, first match wins. Who never had a project cannot churn, who was never spoken to has not gone quiet.</summary>
    public static CustomerStatus Status(decimal lifetimeValue, DateOnly? lastProjectOn, DateOnly? lastInteractionOn, DateOnly today) =>
        lifetimeValue >= VipValue ? CustomerStatus.Vip
        : DaysSince(lastProjectOn, today) > ChurnedAfterDays ? CustomerStatus.Churned
        : DaysSince(lastInteractionOn, today) > InactiveAfterDays ? CustomerStatus.Inactive
        : CustomerStatus.Active;

    /// <summary>C4: days from the last interaction to the next follow-up.</summary>
    public static int FollowUpDays(CustomerStatus status, DateOnly? lastProjectOn, DateOnly today) => status switch
    {
        CustomerStatus.Vip => 30,
        _ when DaysSince(lastProjectOn, today) <= RecentProjectDays => 90,
        CustomerStatus.Active => 90,
        CustomerStatus.Inactive => 14,
        _ => 30,
    };

    internal static int? DaysSince(DateOnly? day, DateOnly today) => today.DayNumber - day?.DayNumber;
}
