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

/// <summary>Takes a bulk change back, but for the leads that somebody changed since.</summary>
public sealed record UndoBulkChange(Guid Id);

public sealed class UndoBulkChangeHandler(
    IRepository<Lead> leads, IRepository<BulkChange> changes, IReadRepository<Assignee> people, ScoringRuleSets scoring, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<LeadsChanged>> HandleAsync(UndoBulkChange request, CancellationToken ct)
    {
        var change = await changes.FindAsync(new BulkChangeId(request.Id), ct);
        if (change is null) return LeadErrors.BulkUnknown(request.Id);
        var now = clock.GetUtcNow();
        var undone = change.Undo(user.ToActor(), now);
        if (undone.IsFailure) return undone.Error;

        var changed = (await leads.ListAsync(new LeadsAlsoInTrash([.. change.Items.Select(i => new LeadId(i.LeadId))]), ct)).ToDictionary(l => l.Id.Value);
        var before = await PeopleAsync(change, ct);
        var rules = await scoring.ActiveAsync(ct);
        var done = new List<Guid>();
        var skipped = new List<SkippedLead>();
        foreach (var item in change.Items)
        {
            var result = changed.TryGetValue(item.LeadId, out var lead) ? TakeBack(lead, change.Action, item, before, rules, now) : LeadErrors.NotFound(new LeadId(item.LeadId));
            if (result.IsSuccess) done.Add(item.LeadId);
            else skipped.Add(SkippedLead.For(item.LeadId, result.Error));
        }

        await leads.SaveChangesAsync(ct);
        return new LeadsChanged(done, skipped, null);
    }

    private Result TakeBack(Lead lead, BulkAction action, BulkChangeItem item, Dictionary<string, Assignee> people, ScoringRules rules, DateTimeOffset now)
    {
        if (lead.DeletedAt is null == (action == BulkAction.Delete)) return LeadErrors.ChangedSince();
        switch (action)
        {
            case BulkAction.Assign:
                var previous = item.Before is null ? null : people.GetValueOrDefault(item.Before);
                return item.Before is not null && previous is null
                    ? LeadErrors.AssigneeUnknown()
                    : lead.TakeBackAssignment(previous, Guid.Parse(item.After!), user.ToActor(), now);
            case BulkAction.Move:
                return lead.TakeBackMove(WireName.Parse<LeadStatus>(item.Before!), WireName.Parse<LeadStatus>(item.After!), item.Reason, rules, user.ToActor(), now);
            case BulkAction.Tag:
                return string.Join('\n', lead.Tags) != item.After ? LeadErrors.ChangedSince() : lead.Retag(TagsOf(item.Before), TagsOf(item.After).Except(TagsOf(item.Before)).ToArray(), now);
            default:
                lead.TakeOutOfTrash(rules, user.ToActor(), now);
                return Result.Success();
        }
    }

    private static string[] TagsOf(string? lines) => (lines ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private async Task<Dictionary<string, Assignee>> PeopleAsync(BulkChange change, CancellationToken ct)
    {
        if (change.Action != BulkAction.Assign) return [];
        AssigneeId[] ids = [.. change.Items.Select(i => i.Before).OfType<string>().Distinct().Select(id => new AssigneeId(Guid.Parse(id)))];
        return (await people.ListAsync(new PeopleOf(ids), ct)).ToDictionary(p => p.Id.Value.ToString());
    }

    private sealed class PeopleOf : Specification<Assignee>
    {
        public PeopleOf(AssigneeId[] ids) => Query.Where(p => ids.Contains(p.Id));
    }

    private sealed class LeadsAlsoInTrash : Specification<Lead>
    {
        public LeadsAlsoInTrash(LeadId[] ids) => Query.Where(l => ids.Contains(l.Id)).OrderBy(l => l.Id).IncludingDeleted().AsTracking();
    }
}
