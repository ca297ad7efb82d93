namespace IswitchRoofs.Leads.Domain.Partners;

/// <summary>What a referral earns (B1) and how a tier is reached (B2): the numbers and nothing else.</summary>
public static class CommissionPolicy
{
    /// <summary>Percent; more would let an amount outgrow its column.</summary>
    public const decimal HighestRate = 50;

    /// <summary>Percent of the project's value, before the tier.</summary>
    public static decimal BaseRate(PartnerCategory category) => category switch
    {
        PartnerCategory.InsuranceAgent => 10,
        PartnerCategory.RealEstateAgent => 8,
        PartnerCategory.PropertyManager => 12,
        PartnerCategory.Contractor => 7,
        _ => 9,
    };

    public static decimal Multiplier(PartnerCategory category, PartnerTier tier) => (category, tier) switch
    {
        (_, PartnerTier.Bronze) => 1.0m,
        (PartnerCategory.InsuranceAgent or PartnerCategory.PropertyManager or PartnerCategory.HomeInspector, PartnerTier.Silver) => 1.1m,
        (_, PartnerTier.Silver) => 1.15m,
        (PartnerCategory.InsuranceAgent or PartnerCategory.PropertyManager or PartnerCategory.HomeInspector, PartnerTier.Gold) => 1.2m,
        (PartnerCategory.RealEstateAgent, PartnerTier.Gold) => 1.25m,
        (_, PartnerTier.Gold) => 1.3m,
        (PartnerCategory.InsuranceAgent or PartnerCategory.PropertyManager, _) => 1.3m,
        (PartnerCategory.Contractor, _) => 1.4m,
        _ => 1.35m,
    };

    /// <param name="ratePercent">The category's, or what was agreed with the partner.</param>
    public static decimal Commission(decimal projectValue, decimal ratePercent, decimal multiplier) =>
        Math.Round(projectValue * ratePercent / 100 * multiplier, 2, MidpointRounding.AwayFromZero);

    /// <param name="referrals">Of one calendar month.</param>
    public static PartnerTier TierOf(int referrals) =>
        Enum.GetValues<PartnerTier>().Last(tier => referrals >= Needed(tier));

    /// <summary>Referrals of a calendar month that a tier takes.</summary>
    public static int Needed(PartnerTier tier) => tier switch
    {
        PartnerTier.Platinum => 20,
        PartnerTier.Gold => 11,
        PartnerTier.Silver => 6,
        _ => 0,
    };
}
