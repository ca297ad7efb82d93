using IswitchRoofs.Leads.Application.Leads;
using Microsoft.AspNetCore.Mvc;

namespace IswitchRoofs.Host.Areas.Leads.Api;

/// <summary>Query of <c>GET /api/leads/board</c>: the list's filters without the status, which is the columns'.</summary>
internal sealed record LeadBoardQuery : LeadFilterQuery
{
    [FromQuery(Name = "per_page")]
    public int? PerPage { get; init; }

    public SearchLeads ToFilter() => Filter;
}
