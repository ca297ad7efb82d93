using IswitchRoofs.Leads.Domain.Partners;
using IswitchRoofs.Leads.Domain.Referrals;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Partners;

/// <summary>What forms about partners and referrals offer, in the enums' own order.</summary>
public static class PartnerChoices
{
    public static IReadOnlyList<string> Categories { get; } = WireName.All<PartnerCategory>();

    public static IReadOnlyList<string> Statuses { get; } = WireName.All<PartnerStatus>();

    public static IReadOnlyList<string> Tiers { get; } = WireName.All<PartnerTier>();

    public static IReadOnlyList<string> ReferralStatuses { get; } = WireName.All<ReferralStatus>();
}
