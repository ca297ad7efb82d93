using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Domain.Partners;
using IswitchRoofs.Leads.Domain.Referrals;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Referrals;

/// <param name="LeadName">Null once the lead is gone for good.</param>
/// <param name="Status">Follows the lead, the project and the commission.</param>
/// <param name="ProjectValue">US dollars; as it was when the commission was fixed.</param>
/// <param name="CommissionRate">Percent in force when the commission was fixed; null before.</param>
/// <param name="CommissionTier">The partner's tier at that moment.</param>
/// <param name="CommissionStatus">none, fixed, approved, paid or cancelled.</param>
public sealed record ReferralDetails(
    Guid Id, Guid PartnerId, string? PartnerName, Guid LeadId, string? LeadName, string Status, Guid? ProjectId, decimal? ProjectValue,
    string CommissionStatus, decimal? CommissionAmount, decimal? CommissionRate, decimal? CommissionMultiplier, string? CommissionTier,
    DateTimeOffset? FixedAt, DateTimeOffset? ApprovedAt, DateTimeOffset? PaidAt, string? PaymentReference, DateTimeOffset? CommissionCancelledAt,
    string? Notes, Guid? CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

/// <summary>One step of a commission's money.</summary>
/// <param name="Kind">fixed, approved, paid or cancelled.</param>
/// <param name="Reference">Of the payment, or why it was cancelled.</param>
/// <param name="Actor">Who did it; the system fixes.</param>
public sealed record LedgerRow(Guid Id, DateTimeOffset At, string Kind, decimal Amount, string? Reference, Guid? ActorId, string Actor);

/// <summary>Answers about referrals, with the names of partners and leads: one query each, however many referrals.</summary>
public sealed class ReferralAnswers(IReadRepository<Partner> partners, IReadRepository<Lead> leads)
{
    internal async Task<Versioned<ReferralDetails>> OfAsync(Referral r, CancellationToken ct) => new((await OfAsync([r], ct))[0], r.Version);

    internal async Task<IReadOnlyList<ReferralDetails>> OfAsync(IReadOnlyList<Referral> referrals, CancellationToken ct)
    {
        if (referrals.Count == 0) return [];
        var companies = (await partners.ListAsync(new Partners.PartnersOf([.. referrals.Select(r => r.PartnerId).Distinct()]), ct)).ToDictionary(p => p.Id, p => p.CompanyName);
        var people = (await leads.ListAsync(new LeadsNamed([.. referrals.Select(r => r.LeadId).Distinct()]), ct)).ToDictionary(l => l.Id, l => l.Name);
        return
        [
            .. referrals.Select(r => new ReferralDetails(
                r.Id.Value, r.PartnerId.Value, companies.GetValueOrDefault(r.PartnerId), r.LeadId.Value, people.GetValueOrDefault(r.LeadId.Value), WireName.Of(r.Status),
                r.ProjectId, r.ProjectValue, WireName.Of(r.CommissionStatus), r.CommissionAmount, r.CommissionRate, r.CommissionMultiplier,
                r.CommissionTier is { } tier ? WireName.Of(tier) : null, r.FixedAt, r.ApprovedAt, r.PaidAt, r.PaymentReference, r.CommissionCancelledAt,
                r.Notes, r.CreatedBy, r.CreatedAt, r.UpdatedAt)),
        ];
    }
}
