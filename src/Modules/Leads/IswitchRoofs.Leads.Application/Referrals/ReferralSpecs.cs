using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Domain.Partners;
using IswitchRoofs.Leads.Domain.Referrals;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Leads.Application.Referrals;

internal sealed class ReferralById : Specification<Referral>
{
    public ReferralById(ReferralId id) => Query.Where(r => r.Id == id);
}

/// <summary>For change.</summary>
internal sealed class ReferralInTrash : Specification<Referral>
{
    public ReferralInTrash(ReferralId id) => Query.Where(r => r.Id == id && r.DeletedAt != null).IncludingDeleted().AsTracking();
}

internal sealed class ReferralOfLead : Specification<Referral>
{
    public ReferralOfLead(LeadId lead) => Query.Where(r => r.LeadId == lead);
}

/// <summary>For change: a referral follows its lead in the trash, too.</summary>
internal sealed class ReferralToFollow : Specification<Referral>
{
    public ReferralToFollow(LeadId lead) => Query.Where(r => r.LeadId == lead).IncludingDeleted().AsTracking();
}

/// <summary>For change: who waits for this project, or counts it already.</summary>
internal sealed class ReferralOfProject : Specification<Referral>
{
    public ReferralOfProject(Guid project, LeadId? lead) =>
        Query.Where(r => r.ProjectId == project || (r.ProjectId == null && r.LeadId == lead))
            .OrderByDescending(r => r.ProjectId == project).IncludingDeleted().AsTracking();
}

internal sealed class PartnerOfReferral : Specification<Partner>
{
    public PartnerOfReferral(PartnerId id) => Query.Where(p => p.Id == id).IncludingDeleted();
}

internal sealed class LeadsNamed : Specification<Lead, NamedLead>
{
    public LeadsNamed(LeadId[] ids)
    {
        Query.Where(l => ids.Contains(l.Id)).IncludingDeleted();
        Select(l => new NamedLead(l.Id.Value, l.FirstName + " " + l.LastName));
    }
}

internal sealed record NamedLead(Guid Id, string Name);

internal sealed class LedgerOf : Specification<ReferralLedgerEntry, LedgerRow>
{
    public LedgerOf(ReferralId referral)
    {
        Query.Where(e => e.ReferralId == referral).OrderBy(e => e.At).ThenBy(e => e.Id);
        Select(e => new LedgerRow(e.Id.Value, e.At, WireName.Of(e.Kind), e.Amount, e.Reference, e.ActorId, e.ActorName));
    }
}
