using IswitchRoofs.Leads.Domain.Leads;

namespace IswitchRoofs.Leads.Domain.Scoring;

/// <summary>The leads that a change of the rules scores anew, with no more of each than that needs.</summary>
public interface IOpenLeads
{
    /// <summary>In the order of their ids, those after <paramref name="after"/> first.</summary>
    Task<IReadOnlyList<ScoredLead>> NextAsync(LeadId? after, int atMost, CancellationToken ct);
}
