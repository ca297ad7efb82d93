using System.Globalization;
using IswitchRoofs.Projects.Domain.Projects;

namespace IswitchRoofs.Projects.Tests.Domain;

public sealed class ProfitTests
{
    [Theory]
    [InlineData("60", "100", "40.00", "66.67", ProfitClass.Good)]
    [InlineData("59.99", "100", "40.01", "66.69", ProfitClass.Excellent)]
    [InlineData("75", "100", "25.00", "33.33", ProfitClass.Fair)]
    [InlineData("74.99", "100", "25.01", "33.35", ProfitClass.Good)]
    [InlineData("85", "100", "15.00", "17.65", ProfitClass.Poor)]
    [InlineData("84.99", "100", "15.01", "17.66", ProfitClass.Fair)]
    [InlineData("120", "100", "-20.00", "-16.67", ProfitClass.Poor)]
    [InlineData("0", "100", "100.00", null, ProfitClass.Excellent)]
    [InlineData("10", "0", null, "-100.00", null)]
    [InlineData("0", "0", null, null, null)]
    public void Margin_return_and_class_follow_P2(string cost, string revenue, string? margin, string? roi, ProfitClass? expected)
    {
        var profit = Profit.Of(Of(cost), Of(revenue), budget: 7);

        profit.Gross.ShouldBe(Of(revenue) - Of(cost));
        profit.MarginPercent.ShouldBe(margin is null ? null : Of(margin));
        profit.RoiPercent.ShouldBe(roi is null ? null : Of(roi));
        profit.Class.ShouldBe(expected);
    }

    [Fact]
    public void The_budget_is_the_revenue_while_there_is_no_contract()
    {
        Profit.Of(50, null, 100).Revenue.ShouldBe(100);
        Profit.Of(50, null, null).Revenue.ShouldBe(0);
        Profit.Of(50, 80, 100).Revenue.ShouldBe(80);
    }

    private static decimal Of(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
