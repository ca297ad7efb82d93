using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Shared.Application.Paging;
using Microsoft.AspNetCore.Mvc;

namespace IswitchRoofs.Host.Areas.Leads.Api;

/// <summary>Query of <c>GET /api/leads</c>: what is exported, a page at a time.</summary>
internal sealed record LeadListQuery : LeadExportQuery
{
    [FromQuery(Name = "page")]
    public int? Page { get; init; }

    [FromQuery(Name = "per_page")]
    public int? PerPage { get; init; }

    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }

    public SearchLeads ToRequest() => ToFilter() with { Page = new PageRequest(Page, PerPage, Cursor, Sort) };
}
