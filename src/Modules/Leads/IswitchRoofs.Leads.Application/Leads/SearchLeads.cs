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

    /// <summary>Late with the first answer or with the planned follow-up; false for the others.</summary>
    public bool? Overdue { get; init; }
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
    DateOnly? NextFollowUpOn, DateTimeOffset? LastContactAt, DateTimeOffset? FirstResponseAt, DateTimeOffset LastTouchAt, bool Stale, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, Guid? ImportId)
{
    /// <inheritdoc cref="LeadDetails.NextAction"/>
    public string? NextAction => LeadChoices.NextAction(Status, FirstResponseAt, NextFollowUpOn);
}

public sealed class SearchLeadsHandler(IReadRepository<Lead> leads, LeadFilters filters, AnswerCache cache, StaleMarks marks, ICurrentUser user) : IUseCase
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
        var filter = await filters.ReadAsync(request, check, ct);
        var plan = Sorts.Plan(request.Page, check);
        if (check.Failed || plan is null) return check.ToError();
        return plan.IsFirst && LeadFilter.IsKept(request)
            ? await cache.GetAsync($"leads:list:{LeadFilter.KeyOf(request, user, plan.Sort, plan.PerPage)}:v1", LeadFilter.Tags, Lifetime, token => LoadAsync(filter, plan, token), ct)
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
    DateTimeOffset? CreatedFrom, DateTimeOffset? CreatedTo, bool? Converted, Expression<Func<Lead, bool>>? Stale, Expression<Func<Lead, bool>>? Overdue)
{
    /// <summary>What moves a list's cached answer on: its rows, and what makes them stale.</summary>
    public static readonly string[] Tags = ["leads", "planned_appointments", CurrentStaleLimits.Tag];

    /// <summary>Whether a list's answer is worth keeping: a search is hardly asked twice, and what is overdue changes by the minute.</summary>
    public static bool IsKept(LeadSelection request) => request is { Q: null, Overdue: null };

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
    public static readonly Expression<Func<Lead, LeadRow>> Row = l => new LeadRow(
        l.Id.Value, l.FirstName, l.LastName, l.Phone, l.Email, WireName.Of(l.Source), WireName.Of(l.Status), l.Score, WireName.Of(l.Temperature),
        WireName.Of(l.Priority), l.AssignedTo, l.ProjectType == null ? null : WireName.Of(l.ProjectType.Value), l.EstimatedValue, l.Address, l.City, l.ZipCode, l.CustomerId,
        l.NextFollowUpOn, l.LastContactAt, l.FirstResponseAt, l.LastTouchAt, false, l.CreatedAt, l.UpdatedAt, l.ImportId);

    public LeadList(LeadFilter f, PagePlan<Lead, LeadRow>? plan)
        : this(f) => plan?.ApplyTo(Query);

    /// <summary>The one row after another, or before it.</summary>
    public LeadList(LeadFilter f, PagePlan<Lead, LeadRow> plan, LeadRow nextTo, bool backwards)
        : this(f) => plan.ApplyNextTo(Query, nextTo, backwards);

    private LeadList(LeadFilter f)
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
        if (f.Overdue is { } overdue) Query.Where(overdue);
        Select(Row);
    }
}
