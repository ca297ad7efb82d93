using IswitchRoofs.Leads.Application.Assignment;
using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Leads.Application.Scoring;
using IswitchRoofs.Leads.Domain.Assignment;
using IswitchRoofs.Leads.Domain.Bulk;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Domain.Scoring;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Leads.Application.Bulk;

/// <summary>Does one thing to many leads, named one by one or by the list's filters (L7).</summary>
public sealed record ChangeLeads
{
    public IReadOnlyList<Guid>? Ids { get; init; }

    /// <summary>Instead of ids; an empty filter means all leads.</summary>
    public LeadSelection? Filter { get; init; }

    /// <summary>assign, move, tag or delete.</summary>
    public string? Action { get; init; }

    /// <summary>For assign.</summary>
    public Guid? AssignedTo { get; init; }

    /// <summary>For assign: smart, round_robin or load_balanced, for each lead; instead of a name.</summary>
    public string? Strategy { get; init; }

    /// <summary>For assign: take leads away from whoever has them.</summary>
    public bool? Force { get; init; }

    /// <summary>For assign: why; kept in the history.</summary>
    public string? Note { get; init; }

    /// <summary>For move.</summary>
    public string? Status { get; init; }

    /// <summary>For move to lost.</summary>
    public string? LostReason { get; init; }

    /// <summary>For tag.</summary>
    public IReadOnlyList<string?>? AddTags { get; init; }

    /// <summary>For tag.</summary>
    public IReadOnlyList<string?>? RemoveTags { get; init; }

    /// <summary>Answer what would be done and change nothing.</summary>
    public bool? DryRun { get; init; }
}

/// <param name="Done">Leads that were changed.</param>
/// <param name="Skipped">The others, each with its reason.</param>
/// <param name="UndoId">Post to /api/leads/bulk/{undo_id}/undo within a day to take it back; null when nothing was done.</param>
public sealed record LeadsChanged(IReadOnlyList<Guid> Done, IReadOnlyList<SkippedLead> Skipped, Guid? UndoId);

public sealed record SkippedLead(Guid Id, string Code, string Detail)
{
    internal static SkippedLead For(Guid id, Error error) => new(id, error.Code, error.Detail);
}

public sealed class ChangeLeadsHandler(
    IRepository<Lead> leads, IRepository<BulkChange> changes, LeadFilters filters, ChooseAssignee assignees, ScoringRuleSets scoring, ICurrentUser user, TimeProvider clock) : IUseCase
{
    /// <summary>All of one request are saved together or not at all; more would hold their rows for too long.</summary>
    public const int Limit = 2_000;

    public async Task<Result<LeadsChanged>> HandleAsync(ChangeLeads request, CancellationToken ct)
    {
        var check = new Validation();
        var action = check.Enum<BulkAction>("action", request.Action, required: true);
        var filter = request.Filter is null ? null : await filters.ReadAsync(request.Filter, check, ct);
        if (request.Ids is null == request.Filter is null) check.Add("ids", "or filter is required, and not both.");
        if (request.Ids is { Count: 0 or > Limit }) check.Add("ids", $"must name 1 to {Limit} leads.");
        var wish = Wish.Of(request, action, check);
        if (check.Failed) return check.ToError();
        if (action == BulkAction.Delete && !user.Has(LeadsPermissions.Delete)) return LeadErrors.NotYours();

        Assignee? assignee = null;
        ChooseAssignee.Pool? pool = null;
        if (wish.Strategy is { } strategy)
        {
            pool = await assignees.AmongAsync(strategy, ct);
        }
        else if (action == BulkAction.Assign)
        {
            var found = await assignees.NamedAsync(request.AssignedTo!.Value, ct);
            if (found.IsFailure) return found.Error;
            assignee = found.Value.Assignee;
        }

        var dryRun = request.DryRun ?? false;
        var ids = request.Ids?.Distinct().ToArray();
        var chosen = await leads.ListAsync(ids is null ? new ChosenLeads(filter!, !dryRun) : new ChosenLeads(ids, !dryRun), ct);
        if (chosen.Count > Limit) return LeadErrors.BulkTooMany(Limit);

        var now = clock.GetUtcNow();
        var rules = await scoring.ActiveAsync(ct);
        var skipped = new List<SkippedLead>();
        var done = new List<BulkChangeItem>();
        foreach (var lead in chosen)
        {
            var (result, item) = Change(lead, wish, assignee, pool, rules, now);
            if (result.IsSuccess) done.Add(item);
            else skipped.Add(SkippedLead.For(lead.Id.Value, result.Error));
        }

        if (ids is not null) skipped.AddRange(ids.Except(chosen.Select(l => l.Id.Value)).Select(id => SkippedLead.For(id, LeadErrors.NotFound(new LeadId(id)))));
        Guid? undoId = null;
        if (!dryRun && done.Count > 0)
        {
            var change = BulkChange.Of(wish.Action, done, user.ToActor(), now);
            changes.Add(change);
            await leads.SaveChangesAsync(ct);
            undoId = change.Id.Value;
        }

        return new LeadsChanged([.. done.Select(d => d.LeadId)], skipped, undoId);
    }

    private (Result Result, BulkChangeItem Item) Change(Lead lead, Wish wish, Assignee? assignee, ChooseAssignee.Pool? pool, ScoringRules rules, DateTimeOffset now)
    {
        var id = lead.Id.Value;
        switch (wish.Action)
        {
            case BulkAction.Assign:
                return Assign(lead, wish, pool is null ? new ChooseAssignee.Choice(assignee!, wish.Note) : pool.Next(lead.ZipCode, lead.RoofType), pool, now);
            case BulkAction.Move:
                var (status, reason) = (lead.Status, lead.LostReason);
                var moved = status == wish.Status ? LeadErrors.UnchangedByBulk() : lead.MoveTo(wish.Status, wish.LostReason, rules, user.ToActor(), now);
                return (moved, new BulkChangeItem(id, WireName.Of(status), WireName.Of(wish.Status), reason));
            case BulkAction.Tag:
                var before = string.Join('\n', lead.Tags);
                var tagged = lead.Retag(wish.AddTags, wish.RemoveTags, now);
                return (tagged, new BulkChangeItem(id, before, string.Join('\n', lead.Tags), null));
            default:
                if (!user.Has(LeadsPermissions.DeleteAny) && lead.AssignedTo != user.Id) return (LeadErrors.NotYours(), null!);
                lead.MoveToTrash(now);
                return (Result.Success(), new BulkChangeItem(id, null, null, null));
        }
    }

    private (Result Result, BulkChangeItem Item) Assign(Lead lead, Wish wish, ChooseAssignee.Choice? choice, ChooseAssignee.Pool? pool, DateTimeOffset now)
    {
        if (choice is null) return (LeadErrors.NobodyFree(), null!);
        var (had, to) = (lead.AssignedTo, choice.Assignee);
        var handed = had == to.Id.Value ? LeadErrors.UnchangedByBulk()
            : had != user.Id && !user.Has(LeadsPermissions.BulkAssignAny) ? LeadErrors.HandsOverOwnOnly()
            : lead.AssignTo(to, null, wish.Force, wish.Note ?? choice.Why, user.ToActor(), now);
        if (handed.IsSuccess) pool?.Took(to);
        return (handed, new BulkChangeItem(lead.Id.Value, had?.ToString(), to.Id.Value.ToString(), null));
    }

    private sealed record Wish(
        BulkAction Action, AssignmentStrategy? Strategy, LeadStatus Status, string? LostReason, bool Force, string? Note, IReadOnlyList<string> AddTags, IReadOnlyList<string> RemoveTags)
    {
        public static Wish Of(ChangeLeads request, BulkAction? action, Validation check)
        {
            var status = check.Enum<LeadStatus>("status", request.Status, required: action == BulkAction.Move);
            var reason = check.Text("lost_reason", request.LostReason, 1_000, required: action == BulkAction.Move && status == LeadStatus.Lost);
            var note = check.Text("note", request.Note, 1_000);
            var (add, remove) = (check.Tags("add_tags", request.AddTags) ?? [], check.Tags("remove_tags", request.RemoveTags) ?? []);
            if (action == BulkAction.Tag && add.Count + remove.Count == 0) check.Add("add_tags", "or remove_tags is required.");
            var strategy = check.Enum<AssignmentStrategy>("strategy", request.Strategy);
            if (strategy == AssignmentStrategy.Manual) check.Add("strategy", "manual needs assigned_to.");
            if (action == BulkAction.Assign && request.AssignedTo is null == strategy is null) check.Add("assigned_to", "or strategy is required, and not both.");
            return new Wish(action ?? default, action == BulkAction.Assign ? strategy : null, status ?? default, reason, request.Force ?? false, note, add, remove);
        }
    }
}

/// <summary>The leads of a bulk change, one more than allowed, so that too many are noticed.</summary>
internal sealed class ChosenLeads : Specification<Lead>
{
    public ChosenLeads(Guid[] ids, bool tracking)
    {
        var wanted = ids.Select(id => new LeadId(id)).ToArray();
        Query.Where(l => wanted.Contains(l.Id)).OrderBy(l => l.Id);
        if (tracking) Query.AsTracking();
    }

    public ChosenLeads(LeadFilter filter, bool tracking)
    {
        foreach (var criterion in new LeadList(filter, null).Criteria) Query.Where(criterion);
        Query.OrderBy(l => l.Id).Take(ChangeLeadsHandler.Limit + 1);
        if (tracking) Query.AsTracking();
    }
}
