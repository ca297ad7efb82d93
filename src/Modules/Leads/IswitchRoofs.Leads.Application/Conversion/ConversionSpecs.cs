using IswitchRoofs.Leads.Domain.Duplicates;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Leads.Application.Conversion;

internal sealed class WaitingConversionOf : Specification<LeadConversion>
{
    public WaitingConversionOf(LeadId lead) => Query.Where(c => c.LeadId == lead && c.SettledAt == null);
}

internal sealed class LatestConversionOf : Specification<LeadConversion>
{
    public LatestConversionOf(LeadId lead) => Query.Where(c => c.LeadId == lead).OrderByDescending(c => c.AskedAt).ThenByDescending(c => c.Id);
}

/// <summary>For change.</summary>
internal sealed class ConversionWithProject : Specification<LeadConversion>
{
    public ConversionWithProject(Guid project) => Query.Where(c => c.ProjectId == project).AsTracking();
}

/// <summary>For change, whether or not it lies in the trash.</summary>
internal sealed class LeadEvenDeleted : Specification<Lead>
{
    public LeadEvenDeleted(LeadId id) => Query.Where(l => l.Id == id).IncludingDeleted().AsTracking();
}

internal sealed class LivingContact : Specification<CustomerContact>
{
    public LivingContact(CustomerContactId id) => Query.Where(c => c.Id == id && !c.IsDeleted);
}
