using IswitchRoofs.Customers.Domain.Customers;

namespace IswitchRoofs.Customers.Tests.Domain;

public sealed class HealthTests
{
    private static readonly DateOnly Today = new(2026, 6, 15);

    [Theory]
    [InlineData("100000", 30)]
    [InlineData("99999.99", 25)]
    [InlineData("50000", 25)]
    [InlineData("49999.99", 20)]
    [InlineData("25000", 20)]
    [InlineData("24999.99", 15)]
    [InlineData("10000", 15)]
    [InlineData("9999.99", 10)]
    [InlineData("0.01", 10)]
    [InlineData("0", 0)]
    public void Lifetime_value_counts_up_to_thirty(string value, int points) =>
        Health.Of(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), 0, null, 0, null, Today).Score.ShouldBe(points);

    [Theory]
    [InlineData(5, 20)]
    [InlineData(4, 15)]
    [InlineData(3, 15)]
    [InlineData(2, 10)]
    [InlineData(1, 5)]
    [InlineData(0, 0)]
    public void Projects_count_up_to_twenty(int projects, int points) => Health.Of(0, projects, null, 0, null, Today).Score.ShouldBe(points);

    [Theory]
    [InlineData(10, 20)]
    [InlineData(9, 20)]
    [InlineData(8, 15)]
    [InlineData(7, 15)]
    [InlineData(6, 10)]
    [InlineData(5, 10)]
    [InlineData(4, 0)]
    [InlineData(null, 0)]
    public void Nps_counts_up_to_twenty(int? nps, int points) => Health.Of(0, 0, nps, 0, null, Today).Score.ShouldBe(points);

    [Theory]
    [InlineData(5, 15)]
    [InlineData(4, 12)]
    [InlineData(3, 12)]
    [InlineData(2, 8)]
    [InlineData(1, 8)]
    [InlineData(0, 0)]
    public void Referrals_count_up_to_fifteen(int referrals, int points) => Health.Of(0, 0, null, referrals, null, Today).Score.ShouldBe(points);

    [Theory]
    [InlineData(0, 15)]
    [InlineData(30, 15)]
    [InlineData(31, 10)]
    [InlineData(90, 10)]
    [InlineData(91, 5)]
    [InlineData(180, 5)]
    [InlineData(181, 0)]
    public void The_last_interaction_counts_up_to_fifteen(int daysAgo, int points) =>
        Health.Of(0, 0, null, 0, Today.AddDays(-daysAgo), Today).Score.ShouldBe(points);

    [Fact]
    public void The_parts_add_up_to_a_hundred_at_most()
    {
        var health = Health.Of(100_000, 5, 10, 5, Today, Today);

        health.Score.ShouldBe(100);
        health.Parts.Sum(p => p.Points).ShouldBe(100);
        health.Parts.Sum(p => p.Max).ShouldBe(100);
    }

    [Theory]
    [InlineData(CustomerStatus.Inactive, 0, 0, 0, null, 0, new[] { Insight.AtRisk })]
    [InlineData(CustomerStatus.Churned, 0, 0, 0, null, 0, new[] { Insight.AtRisk })]
    [InlineData(CustomerStatus.Active, 30_000, 0, 0, null, 0, new Insight[0])]
    [InlineData(CustomerStatus.Active, 30_001, 0, 0, null, 0, new[] { Insight.ReferralCandidate })]
    [InlineData(CustomerStatus.Active, 30_001, 1, 0, null, 0, new Insight[0])]
    [InlineData(CustomerStatus.Active, 0, 0, 1, 15, 0, new Insight[0])]
    [InlineData(CustomerStatus.Active, 0, 0, 1, 16, 0, new[] { Insight.MaintenanceDue })]
    [InlineData(CustomerStatus.Active, 0, 0, 2, 16, 0, new Insight[0])]
    [InlineData(CustomerStatus.Active, 0, 0, 0, null, 5, new Insight[0])]
    [InlineData(CustomerStatus.Active, 0, 0, 0, null, 6, new[] { Insight.Upsell })]
    public void Insights_follow_C6(CustomerStatus status, int value, int referrals, int projects, int? roofAge, int interactions, Insight[] expected) =>
        Insights.Of(status, value, referrals, projects, roofAge, interactions).ShouldBe(expected);
}
