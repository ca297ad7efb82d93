using IswitchRoofs.Leads.Application.Response;
using IswitchRoofs.Leads.Application.Stale;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Leads;

/// <summary>Reads the filters that list, board, export and bulk take; what is wrong with them is added to the check.</summary>
public sealed class LeadFilters(CurrentStaleLimits staleLimits, ResponseClocks clocks, ICurrentUser user, ICompanyClock company)
{
    internal async Task<LeadFilter> ReadAsync(LeadSelection request, Validation check, CancellationToken ct)
    {
        var q = check.Text("q", request.Q, SearchTerm.Longest);
        return new LeadFilter(
            q is null ? null : SearchTerm.Normalize(q),
            check.Enums<LeadStatus>("status", request.Status),
            check.Enums<Temperature>("temperature", request.Temperature),
            check.Enums<LeadSource>("source", request.Source),
            check.Enums<LeadPriority>("priority", request.Priority),
            check.Enums<ProjectType>("project_type", request.ProjectType),
            request.AssignedTo == "none" ? null : LeadFilter.PersonOf(request.AssignedTo, check, user),
            request.AssignedTo == "none",
            check.Text("zip_code", request.ZipCode, 10),
            check.Range("score_min", request.ScoreMin, 0, 100),
            check.Range("score_max", request.ScoreMax, 0, 100),
            check.Text("tag", request.Tag, 50),
            DateFilter.From("created_from", request.CreatedFrom, company, check),
            DateFilter.Through("created_to", request.CreatedTo, company, check),
            request.Converted,
            request.Stale is { } stale ? StaleRule.Of(stale, await staleLimits.ReadAsync(ct), company) : null,
            request.Overdue is { } overdue ? OverdueRule.Of(overdue, await clocks.CurrentAsync(ct), company) : null);
    }
}
