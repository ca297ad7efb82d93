using IswitchRoofs.Leads.Domain.Board;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Infrastructure.Persistence;
using IswitchRoofs.SharedKernel.Specifications;
using Microsoft.EntityFrameworkCore;

namespace IswitchRoofs.Leads.Infrastructure.Board;

/// <inheritdoc/>
internal sealed class LeadTotals(LeadsDbContext db) : ILeadTotals
{
    public async Task<IReadOnlyList<StatusTotal>> ByStatusAsync(Specification<Lead> filter, CancellationToken ct) =>
        await SpecificationEvaluator.Filter(db.Leads.AsNoTracking(), filter)
            .GroupBy(l => l.Status)
            .Select(g => new StatusTotal(g.Key, g.Count(), g.Sum(l => l.EstimatedValue ?? 0)))
            .ToListAsync(ct);

    public async Task<IReadOnlyList<LeadGroup>> GroupsAsync(Guid? assignedTo, CancellationToken ct)
    {
        var leads = db.Leads.AsNoTracking();
        if (assignedTo is { } person) leads = leads.Where(l => l.AssignedTo == person);
        return await leads.GroupBy(l => new { l.Status, l.Temperature, l.Source })
            .Select(g => new LeadGroup(
                g.Key.Status, g.Key.Temperature, g.Key.Source, g.Count(), g.Count(l => l.AssignedTo == null), g.Sum(l => l.EstimatedValue ?? 0), g.Sum(l => (long)l.Score)))
            .ToListAsync(ct);
    }
}
