using IswitchRoofs.Leads.Domain.Partners;
using IswitchRoofs.Leads.Domain.Referrals;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Leads.Application.Partners;

internal sealed class PartnerById : Specification<Partner>
{
    public PartnerById(PartnerId id) => Query.Where(p => p.Id == id);
}

internal sealed class PartnerByCode : Specification<Partner>
{
    public PartnerByCode(string code) => Query.Where(p => p.PartnerCode == code);
}

/// <summary>For change.</summary>
internal sealed class PartnerInTrash : Specification<Partner>
{
    public PartnerInTrash(PartnerId id) => Query.Where(p => p.Id == id && p.DeletedAt != null).IncludingDeleted().AsTracking();
}

internal sealed class CodesLike : Specification<Partner, string>
{
    public CodesLike(string begin)
    {
        Query.Where(p => p.PartnerCode.StartsWith(begin)).IncludingDeleted();
        Select(p => p.PartnerCode);
    }
}

internal sealed class AnyReferralOf : Specification<Referral>
{
    public AnyReferralOf(PartnerId partner) => Query.Where(r => r.PartnerId == partner).IncludingDeleted();
}

internal sealed class PartnersOf : Specification<Partner>
{
    public PartnersOf(PartnerId[] ids) => Query.Where(p => ids.Contains(p.Id)).IncludingDeleted();
}
