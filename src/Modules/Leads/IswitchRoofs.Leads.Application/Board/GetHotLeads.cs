using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Board;

/// <summary>Hot leads that are still open, highest score first.</summary>
/// <param name="AssignedTo"><c>me</c>, <c>none</c> or a user's id.</param>
public sealed record GetHotLeads(string? AssignedTo, PageRequest Page);

public sealed class GetHotLeadsHandler(SearchLeadsHandler list) : IUseCase
{
    public Task<Result<PageOf<LeadRow>>> HandleAsync(GetHotLeads request, CancellationToken ct) =>
        list.HandleAsync(new SearchLeads { Status = LeadChoices.OpenStatuses, Temperature = WireName.Of(Temperature.Hot), AssignedTo = request.AssignedTo, Page = request.Page with { Sort = "-score" } }, ct);
}
