using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Shared.Application.Paging;
using Microsoft.AspNetCore.Mvc;

namespace IswitchRoofs.Host.Areas.Leads.Api;

/// <summary>Query of <c>GET /api/leads</c>.</summary>
internal sealed record LeadListQuery(
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
    [FromQuery(Name = "page")] int? Page,
    [FromQuery(Name = "per_page")] int? PerPage,
    [FromQuery(Name = "cursor")] string? Cursor,
    [FromQuery(Name = "sort")] string? Sort)
{
    public SearchLeads ToRequest() => new()
    {
        Q = Q,
        Status = Status,
        Temperature = Temperature,
        Source = Source,
        Priority = Priority,
        AssignedTo = AssignedTo,
        ProjectType = ProjectType,
        ZipCode = ZipCode,
        ScoreMin = ScoreMin,
        ScoreMax = ScoreMax,
        Tag = Tag,
        CreatedFrom = CreatedFrom,
        CreatedTo = CreatedTo,
        Converted = Converted,
        Stale = Stale,
        Page = new PageRequest(Page, PerPage, Cursor, Sort),
    };
}
