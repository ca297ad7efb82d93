using System.Globalization;
using System.Linq.Expressions;
using System.Security.Cryptography;
using System.Text;
using IswitchRoofs.Leads.Application.Stale;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Caching;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Leads.Application.Leads;

/// <summary>Which leads: everything is optional, several values of one filter are separated by commas.</summary>
public record LeadSelection
{
    public string? Q { get; init; }
    public string? Status { get; init; }
    public string? Temperature { get; init; }
    public string? Source { get; init; }
    public string? Priority { get; init; }

    /// <summary><c>me</c>, <c>none</c> or a user's id.</summary>
    public string? AssignedTo { get; init; }
    public string? ProjectType { get; init; }
    public string? ZipCode { get; init; }
    public int? ScoreMin { get; init; }
    public int? ScoreMax { get; init; }
    public string? Tag { get; init; }
    public string? CreatedFrom { get; init; }
    public string? CreatedTo { get; init; }
    public bool? Converted { get; init; }

    /// <summary>Untouched for longer than its status allows, and nothing planned (L8); false for the others.</summary>
    public bool? Stale { get; init; }
}

/// <summary>The lead list, a page of it.</summary>
public sealed record SearchLeads : LeadSelection
{
    public PageRequest Page { get; init; } = new();
}

/// <summary>A lead in a list.</summary>
public sealed record LeadRow(
    Guid Id, string FirstName, string LastName, string? Phone, string? Email, string Source, string Status, int Score, string Temperature,
    string Priority, Guid? AssignedTo, string? ProjectType, decimal? EstimatedValue, string? Address, string? City, string? ZipCode, Guid? CustomerId,
    DateOnly? NextFollowUpOn, DateTimeOffset? LastContactAt, DateTimeOffset? FirstResponseAt, DateTimeOffset LastTouchAt, bool Stale, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    /// <inheritdoc cref="LeadDetails.NextAction"/>
    public string? NextAction => LeadChoices.NextAction(Status, FirstResponseAt, NextFollowUpOn);
}

public sealed class SearchLeadsHandler(IReadRepository<Lead> leads, AnswerCache cache, StaleMarks marks, LeadsSettings settings, ICurrentUser user, ICompanyClock clock) : IUseCase
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    internal static readonly SortMap<Lead, LeadRow> Sorts = SortMap<Lead, LeadRow>
        .Create("-score", l => l.Id, row => row.Id)
        .By("score", l => l.Score, row => row.Score)
        .By("created_at", l => l.CreatedAt, row => row.CreatedAt)
        .By("updated_at", l => l.UpdatedAt, row => row.UpdatedAt)
        .By("last_name", l => l.LastName, row => row.LastName)
        .By("first_name", l => l.FirstName, row => row.FirstName)
        .By("estimated_value", l => l.EstimatedValue ?? 0, row => row.EstimatedValue ?? 0);

    public async Task<Result<PageOf<LeadRow>>> HandleAsync(SearchLeads request, CancellationToken ct)
    {
        var check = new Validation();
        var filter = LeadFilter.Of(request, check, user, clock, settings);
        var plan = Sorts.Plan(request.Page, check);
        if (check.Failed || plan is null) return check.ToError();
        return plan.IsFirst && request.Q is null
            ? await cache.GetAsync($"leads:list:{LeadFilter.KeyOf(request, user, plan.Sort, plan.PerPage)}:v1", ["leads", "planned_appointments"], Lifetime, token => LoadAsync(filter, plan, token), ct)
            : await LoadAsync(filter, plan, ct);
    }

    private async ValueTask<PageOf<LeadRow>> LoadAsync(LeadFilter filter, PagePlan<Lead, LeadRow> plan, CancellationToken ct)
    {
        var rows = await marks.OnAsync(await leads.ListAsync(new LeadList(filter, plan), ct), ct);
        var total = plan.ByCursor ? (int?)null : await leads.CountAsync(new LeadList(filter, null), ct);
        return plan.ToPage(rows, total);
    }
}

internal sealed record LeadFilter(
    string? Term, LeadStatus[]? Statuses, Temperature[]? Temperatures, LeadSource[]? Sources, LeadPriority[]? Priorities, ProjectType[]? ProjectTypes,
    Guid? AssignedTo, bool Unassigned, string? ZipCode, int? ScoreMin, int? ScoreMax, string? Tag,
    DateTimeOffset? CreatedFrom, DateTimeOffset? CreatedTo, bool? Converted, Expression<Func<Lead, bool>>? Stale)
{
    /// <summary>Checks the filters; what is wrong with them is added to <paramref name="check"/>.</summary>
    public static LeadFilter Of(LeadSelection request, Validation check, ICurrentUser user, ICompanyClock clock, LeadsSettings settings)
    {
        var q = check.Text("q", request.Q, SearchTerm.Longest);
        return new LeadFilter(
            q is null ? null : SearchTerm.Normalize(q),
            check.Enums<LeadStatus>("status", request.Status),
            check.Enums<Temperature>("temperature", request.Temperature),
            check.Enums<LeadSource>("source", request.Source),
            check.Enums<LeadPriority>("priority", request.Priority),
            check.Enums<ProjectType>("project_type", request.ProjectType),
            request.AssignedTo == "none" ? null : PersonOf(request.AssignedTo, check, user),
            request.AssignedTo == "none",
            check.Text("zip_code", request.ZipCode, 10),
            check.Range("score_min", request.ScoreMin, 0, 100),
            check.Range("score_max", request.ScoreMax, 0, 100),
            check.Text("tag", request.Tag, 50),
            DateFilter.From("created_from", request.CreatedFrom, clock, check),
            DateFilter.To("created_to", request.CreatedTo, clock, check),
            request.Converted,
            request.Stale is { } stale ? StaleRule.Of(stale, settings.StaleDays, clock) : null);
    }

    /// <summary>Whom <c>me</c> or an id names; null when nobody was named.</summary>
    public static Guid? PersonOf(string? value, Validation check, ICurrentUser user)
    {
        if (value is null) return null;
        if (value == "me") return user.Id ?? Guid.Empty;
        if (Guid.TryParse(value, out var id)) return id;
        check.Add("assigned_to", "must be me, none or a user's id.");
        return null;
    }

    /// <summary>The part of a cache key that tells the answers of different filters apart.</summary>
    public static string KeyOf(SearchLeads request, ICurrentUser user, string sort, int perPage)
    {
        // Free text could hold the separator and borrow another list's answer.
        var (zipCode, tag) = (Uri.EscapeDataString(request.ZipCode ?? ""), Uri.EscapeDataString(request.Tag ?? ""));
        var text = string.Create(CultureInfo.InvariantCulture,
            $"{request.Status}|{request.Temperature}|{request.Source}|{request.Priority}|{request.AssignedTo}|{(request.AssignedTo == "me" ? user.Id : null)}|{request.ProjectType}|{zipCode}|{request.ScoreMin}|{request.ScoreMax}|{tag}|{request.CreatedFrom}|{request.CreatedTo}|{request.Converted}|{request.Stale}|{sort}|{perPage}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}

/// <summary>The rows of the lead list; without a plan only the filter, for counting.</summary>
internal sealed class LeadList : Specification<Lead, LeadRow>
{
    public LeadList(LeadFilter f, PagePlan<Lead, LeadRow>? plan)
    {
        if (f.Term is { } term) Query.Where(l => l.SearchText.Contains(term));
        if (f.Statuses is [var status]) Query.Where(l => l.Status == status);
        else if (f.Statuses is { } statuses) Query.Where(l => statuses.Contains(l.Status));
        if (f.Temperatures is { } temperatures) Query.Where(l => temperatures.Contains(l.Temperature));
        if (f.Sources is { } sources) Query.Where(l => sources.Contains(l.Source));
        if (f.Priorities is { } priorities) Query.Where(l => priorities.Contains(l.Priority));
        if (f.ProjectTypes is { } types) Query.Where(l => l.ProjectType != null && types.Contains(l.ProjectType.Value));
        if (f.AssignedTo is { } assignee) Query.Where(l => l.AssignedTo == assignee);
        if (f.Unassigned) Query.Where(l => l.AssignedTo == null);
        if (f.ZipCode is { } zip) Query.Where(l => l.ZipCode != null && l.ZipCode.StartsWith(zip));
        if (f.ScoreMin is { } min) Query.Where(l => l.Score >= min);
        if (f.ScoreMax is { } max) Query.Where(l => l.Score <= max);
        if (f.Tag is { } tag) Query.Where(l => l.Tags.Contains(tag));
        if (f.CreatedFrom is { } from) Query.Where(l => l.CreatedAt >= from);
        if (f.CreatedTo is { } to) Query.Where(l => l.CreatedAt < to);
        if (f.Converted is { } converted) Query.Where(l => l.ConvertedAt != null == converted);
        if (f.Stale is { } stale) Query.Where(stale);
        plan?.ApplyTo(Query);
        Select(l => new LeadRow(
            l.Id.Value, l.FirstName, l.LastName, l.Phone, l.Email, WireName.Of(l.Source), WireName.Of(l.Status), l.Score, WireName.Of(l.Temperature),
            WireName.Of(l.Priority), l.AssignedTo, l.ProjectType == null ? null : WireName.Of(l.ProjectType.Value), l.EstimatedValue, l.Address, l.City, l.ZipCode, l.CustomerId,
            l.NextFollowUpOn, l.LastContactAt, l.FirstResponseAt, l.LastTouchAt, false, l.CreatedAt, l.UpdatedAt));
    }
}
