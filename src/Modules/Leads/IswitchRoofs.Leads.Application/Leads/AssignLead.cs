using IswitchRoofs.Leads.Application.Assignment;
using IswitchRoofs.Leads.Application.Scoring;
using IswitchRoofs.Leads.Domain.Assignment;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Leads;

/// <summary>Hands a lead to somebody, by name or by strategy (L4).</summary>
public sealed record AssignLead
{
    public Guid? AssignedTo { get; init; }

    /// <summary>smart, round_robin or load_balanced; instead of a name.</summary>
    public string? Strategy { get; init; }

    /// <summary>Take the lead away from whoever has it.</summary>
    public bool? Force { get; init; }

    /// <summary>Why; kept in the history.</summary>
    public string? Note { get; init; }
}

public sealed class AssignLeadHandler(
    IRepository<Lead> leads, IRepository<Assignee> people, ChooseAssignee assignees, ScoringRuleSets scoring, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<Versioned<LeadDetails>>> HandleAsync(Guid leadId, AssignLead request, uint? ifVersion, CancellationToken ct)
    {
        var check = new Validation();
        var strategy = check.Enum<AssignmentStrategy>("strategy", request.Strategy);
        var note = check.Text("note", request.Note, 1_000);
        if (request.AssignedTo is null == strategy is null) check.Add("assigned_to", "or strategy is required, and not both.");
        if (strategy == AssignmentStrategy.Manual) check.Add("strategy", "manual needs assigned_to.");
        if (check.Failed) return check.ToError();

        var lead = await leads.FindAsync(new LeadId(leadId), ct);
        if (lead is null) return LeadErrors.NotFound(new LeadId(leadId));
        if (ifVersion is { } version && version != lead.Version) return Error.Stale(lead.Version);

        Assignee assignee;
        if (request.AssignedTo is { } named)
        {
            var found = await assignees.NamedAsync(named, ct);
            if (found.IsFailure) return found.Error;
            assignee = found.Value.Assignee;
        }
        else
        {
            var best = await assignees.BestAsync(strategy!.Value, lead.ZipCode, lead.RoofType, ct);
            if (best is null) return LeadErrors.NobodyFree();
            assignee = best.Assignee;
            note ??= best.Why;
        }

        var current = lead.AssignedTo is { } id ? await people.FindAsync(new AssigneeId(id), ct) : null;
        var assigned = lead.AssignTo(assignee, current?.Name, request.Force ?? false, note, user.ToActor(), clock.GetUtcNow());
        if (assigned.IsFailure) return assigned.Error;
        await leads.SaveChangesAsync(ct);
        return lead.ToAnswer(await scoring.OfAsync(lead, ct));
    }
}
