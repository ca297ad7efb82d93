using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Leads.Application.Leads;

/// <summary>Moves, score changes and assignments of a lead, newest first.</summary>
public sealed record GetLeadHistory(Guid LeadId, PageRequest Page);

/// <param name="Kind">status, score or assignment.</param>
/// <param name="Actor">Who did it; null for the system.</param>
public sealed record LeadHistoryRow(Guid Id, DateTimeOffset At, string Kind, string? From, string? To, string? Reason, Guid? ActorId, string Actor);

public sealed class GetLeadHistoryHandler(IReadRepository<Lead> leads, IReadRepository<LeadHistoryEntry> history) : IUseCase
{
    private static readonly SortMap<LeadHistoryEntry, LeadHistoryRow> Sorts = SortMap<LeadHistoryEntry, LeadHistoryRow>
        .Create("-at", h => h.Id, row => row.Id)
        .By("at", h => h.At, row => row.At);

    public async Task<Result<PageOf<LeadHistoryRow>>> HandleAsync(GetLeadHistory request, CancellationToken ct)
    {
        var check = new Validation();
        var plan = Sorts.Plan(request.Page, check);
        if (plan is null) return check.ToError();
        var id = new LeadId(request.LeadId);
        if (!await leads.AnyAsync(new LeadById(id), ct)) return LeadErrors.NotFound(id);
        var total = plan.ByCursor ? (int?)null : await history.CountAsync(new EntriesOf(id, null), ct);
        return plan.ToPage(await history.ListAsync(new EntriesOf(id, plan), ct), total);
    }

    private sealed class EntriesOf : Specification<LeadHistoryEntry, LeadHistoryRow>
    {
        public EntriesOf(LeadId id, PagePlan<LeadHistoryEntry, LeadHistoryRow>? plan)
        {
            Query.Where(h => h.LeadId == id);
            plan?.ApplyTo(Query);
            Select(h => new LeadHistoryRow(h.Id.Value, h.At, WireName.Of(h.Kind), h.From, h.To, h.Reason, h.ActorId, h.ActorName));
        }
    }
}
