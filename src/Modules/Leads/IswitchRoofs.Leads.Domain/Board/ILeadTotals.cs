using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Leads.Domain.Board;

/// <summary>Counts and sums over many leads, which the store adds up.</summary>
public interface ILeadTotals
{
    /// <param name="filter">Which leads count; order and paging of it are not looked at.</param>
    Task<IReadOnlyList<StatusTotal>> ByStatusAsync(Specification<Lead> filter, CancellationToken ct);

    /// <summary>All leads, or those of one person, by everything that the figures are grouped by.</summary>
    Task<IReadOnlyList<LeadGroup>> GroupsAsync(Guid? assignedTo, CancellationToken ct);
}

/// <param name="Value">Sum of the estimated values.</param>
public sealed record StatusTotal(LeadStatus Status, int Count, decimal Value);

/// <summary>The leads that share status, temperature and source.</summary>
public sealed record LeadGroup(LeadStatus Status, Temperature Temperature, LeadSource Source, int Count, int Unassigned, decimal Value, long ScoreSum);
