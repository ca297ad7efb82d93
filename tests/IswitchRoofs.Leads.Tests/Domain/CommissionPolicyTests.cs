using IswitchRoofs.Leads.Domain.Partners;

namespace IswitchRoofs.Leads.Tests.Domain;

public sealed class CommissionPolicyTests
{
    [Theory]
    [InlineData(PartnerCategory.InsuranceAgent, 10, 1.0, 1.1, 1.2, 1.3)]
    [InlineData(PartnerCategory.RealEstateAgent, 8, 1.0, 1.15, 1.25, 1.35)]
    [InlineData(PartnerCategory.PropertyManager, 12, 1.0, 1.1, 1.2, 1.3)]
    [InlineData(PartnerCategory.Contractor, 7, 1.0, 1.15, 1.3, 1.4)]
    [InlineData(PartnerCategory.HomeInspector, 9, 1.0, 1.1, 1.2, 1.35)]
    public void Every_category_has_its_rate_and_its_multiplier_at_each_tier(
        PartnerCategory category, decimal rate, decimal bronze, decimal silver, decimal gold, decimal platinum)
    {
        CommissionPolicy.BaseRate(category).ShouldBe(rate);
        Enum.GetValues<PartnerTier>().Select(tier => CommissionPolicy.Multiplier(category, tier)).ShouldBe([bronze, silver, gold, platinum]);
    }

    [Theory]
    [InlineData(0, PartnerTier.Bronze)]
    [InlineData(5, PartnerTier.Bronze)]
    [InlineData(6, PartnerTier.Silver)]
    [InlineData(10, PartnerTier.Silver)]
    [InlineData(11, PartnerTier.Gold)]
    [InlineData(19, PartnerTier.Gold)]
    [InlineData(20, PartnerTier.Platinum)]
    [InlineData(500, PartnerTier.Platinum)]
    public void A_tier_is_reached_by_the_referrals_of_a_month(int referrals, PartnerTier tier) => CommissionPolicy.TierOf(referrals).ShouldBe(tier);

    [Theory]
    [InlineData(20_000, 10, 1.1, 2_200)]
    [InlineData(0.05, 10, 1, 0.01)]
    [InlineData(12_345.67, 8, 1.15, 1_135.80)]
    [InlineData(10.50, 7, 1.3, 0.96)]
    [InlineData(0, 12, 1.3, 0)]
    [InlineData(9_999_999_999.99, 50, 1.4, 6_999_999_999.99)]
    public void A_commission_is_rounded_half_away_from_zero_to_cents(decimal value, decimal rate, decimal multiplier, decimal commission) =>
        CommissionPolicy.Commission(value, rate, multiplier).ShouldBe(commission);

    [Theory]
    [InlineData("Great Lakes Insurance, Inc.", "great-lakes-insurance-inc")]
    [InlineData("  O'Brien & Söhne ", "obrien-sohne")]
    [InlineData("A1", "partner-a1")]
    [InlineData("屋根", "partner")]
    [InlineData("Northern Michigan Property Management Company of Traverse City", "northern-michigan-property-managem")]
    public void A_code_is_made_of_the_companys_name_and_avoids_what_is_taken(string name, string code)
    {
        PartnerCodes.Of(name, new HashSet<string>()).ShouldBe(code);
        PartnerCodes.Of(name, new HashSet<string> { code, $"{code}-2" }).ShouldBe($"{code}-3");
        PartnerCodes.IsValid(code).ShouldBeTrue();
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("-abc")]
    [InlineData("abc-")]
    [InlineData("a--b")]
    [InlineData("Abc")]
    [InlineData("a b c")]
    [InlineData("ü-ber")]
    public void Other_codes_are_refused(string code) => PartnerCodes.IsValid(code).ShouldBeFalse();
}
