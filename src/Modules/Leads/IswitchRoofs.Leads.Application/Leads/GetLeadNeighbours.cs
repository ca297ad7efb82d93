using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Leads.Application.Leads;

/// <summary>What stands before and after a lead in a list; a lead that the list's filters leave out stands where its values put it.</summary>
/// <param name="List">The list's filters and order.</param>
public sealed record GetLeadNeighbours(Guid LeadId, SearchLeads List);

/// <summary>Null at either end of the list.</summary>
public sealed record LeadNeighbours(LeadNeighbour? Previous, LeadNeighbour? Next);

public sealed record LeadNeighbour(Guid Id, string Name);

public sealed class GetLeadNeighboursHandler(IReadRepository<Lead> leads, LeadFilters filters) : IUseCase
{
    public async Task<Result<LeadNeighbours>> HandleAsync(GetLeadNeighbours request, CancellationToken ct)
    {
        var check = new Validation();
        var filter = await filters.ReadAsync(request.List, check, ct);
        var plan = SearchLeadsHandler.Sorts.Plan(new PageRequest(Sort: request.List.Page.Sort), check);
        if (check.Failed || plan is null) return check.ToError();
        if (await leads.FirstOrDefaultAsync(new RowOfLead(new LeadId(request.LeadId)), ct) is not { } row) return LeadErrors.NotFound(new LeadId(request.LeadId));
        return new LeadNeighbours(await NextToAsync(row, backwards: true), await NextToAsync(row, backwards: false));

        async Task<LeadNeighbour?> NextToAsync(LeadRow from, bool backwards) =>
            await leads.ListAsync(new LeadList(filter, plan, from, backwards), ct) is [var found] ? new LeadNeighbour(found.Id, $"{found.FirstName} {found.LastName}") : null;
    }

    private sealed class RowOfLead : Specification<Lead, LeadRow>
    {
        public RowOfLead(LeadId id)
        {
            Query.Where(l => l.Id == id);
            Select(LeadList.Row);
        }
    }
}
