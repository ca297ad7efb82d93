namespace IswitchRoofs.Leads.Domain.Partners;

public enum PartnerCategory
{
    InsuranceAgent,
    RealEstateAgent,
    PropertyManager,
    Contractor,
    HomeInspector,
}

public enum PartnerStatus
{
    /// <summary>Known, but nothing is agreed yet.</summary>
    Pending,
    Active,
    Inactive,
}

/// <summary>What many referrals earn (B2), the lowest first.</summary>
public enum PartnerTier
{
    Bronze,
    Silver,
    Gold,
    Platinum,
}
