using IswitchRoofs.Leads.Application.Leads;
using Microsoft.AspNetCore.Mvc;

namespace IswitchRoofs.Host.Areas.Leads.Api;

/// <summary>Query of <c>GET /api/leads/board</c>: the list's filters without the status, which is the columns'.</summary>
internal sealed record LeadBoardQuery(
    [FromQuery(Name = "q")] string? Q,
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
    [FromQuery(Name = "stale")] bool? Stale,
    [FromQuery(Name = "per_page")] int? PerPage)
{
    public SearchLeads ToFilter() => new()
    {
        Q = Q,
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
        Stale = Stale,
    };
}
