using IswitchRoofs.Leads.Application.Leads;
using Microsoft.AspNetCore.Mvc;

namespace IswitchRoofs.Host.Areas.Leads.Api;

/// <summary>Query of <c>GET /api/leads/export.csv</c>: the list's filters and order.</summary>
internal sealed record LeadExportQuery(
    [FromQuery(Name = "q")] string? Q,
    [FromQuery(Name = "status")] string? Status,
    [FromQuery(Name = "temperature")] string? Temperature,
    [FromQuery(Name = "source")] string? Source,
    [FromQuery(Name = "priority")] string? Priority,
    [FromQuery(Name = "assigned_to")] string? AssignedTo,
    [FromQuery(Name = "project_type")] string? ProjectType,
    [FromQuery(Name = "zip_code")] string? ZipCode,
    [FromQuery(Name = "score_min")] int? ScoreMin,
    [FromQuery(Name = "score_max")] int? ScoreMax,
    [FromQuery(Name = "tag")] string? Tag,
    [FromQuery(Name = "created_from")] string? CreatedFrom,
    [FromQuery(Name = "created_to")] string? CreatedTo,
    [FromQuery(Name = "converted")] bool? Converted,
    [FromQuery(Name = "stale")] bool? Stale,
    [FromQuery(Name = "sort")] string? Sort)
{
    public SearchLeads ToFilter() =>
        new LeadListQuery(Q, Status, Temperature, Source, Priority, AssignedTo, ProjectType, ZipCode, ScoreMin, ScoreMax, Tag, CreatedFrom, CreatedTo, Converted, Stale, null, null, null, Sort).ToRequest();
}
