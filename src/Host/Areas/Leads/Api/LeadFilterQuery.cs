using IswitchRoofs.Leads.Application.Leads;
using Microsoft.AspNetCore.Mvc;

namespace IswitchRoofs.Host.Areas.Leads.Api;

/// <summary>The filters that list, board and export of leads share.</summary>
internal abstract record LeadFilterQuery
{
    [FromQuery(Name = "q")]
    public string? Q { get; init; }

    [FromQuery(Name = "temperature")]
    public string? Temperature { get; init; }

    [FromQuery(Name = "source")]
    public string? Source { get; init; }

    [FromQuery(Name = "priority")]
    public string? Priority { get; init; }

    [FromQuery(Name = "assigned_to")]
    public string? AssignedTo { get; init; }

    [FromQuery(Name = "project_type")]
    public string? ProjectType { get; init; }

    [FromQuery(Name = "zip_code")]
    public string? ZipCode { get; init; }

    [FromQuery(Name = "score_min")]
    public int? ScoreMin { get; init; }

    [FromQuery(Name = "score_max")]
    public int? ScoreMax { get; init; }

    [FromQuery(Name = "tag")]
    public string? Tag { get; init; }

    [FromQuery(Name = "created_from")]
    public string? CreatedFrom { get; init; }

    [FromQuery(Name = "created_to")]
    public string? CreatedTo { get; init; }

    [FromQuery(Name = "stale")]
    public bool? Stale { get; init; }

    [FromQuery(Name = "overdue")]
    public bool? Overdue { get; init; }

    protected SearchLeads Filter => new()
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
        Overdue = Overdue,
    };
}
