using IswitchRoofs.Leads.Application.Leads;
using Microsoft.AspNetCore.Mvc;

namespace IswitchRoofs.Host.Areas.Leads.Api;

/// <summary>Query of <c>GET /api/leads/export.csv</c>: the list's filters and order.</summary>
internal record LeadExportQuery : LeadFilterQuery
{
    [FromQuery(Name = "status")]
    public string? Status { get; init; }

    [FromQuery(Name = "converted")]
    public bool? Converted { get; init; }

    [FromQuery(Name = "sort")]
    public string? Sort { get; init; }

    public SearchLeads ToFilter() => Filter with { Status = Status, Converted = Converted, Page = new(Sort: Sort) };
}
