using IswitchRoofs.Leads.Application.Assignment;
using IswitchRoofs.Leads.Application.Duplicates;
using IswitchRoofs.Leads.Application.Scoring;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Leads;

/// <summary>A lead comes in (L3): checked, scored, assigned, announced.</summary>
public sealed record CreateLead : LeadFields
{
    /// <summary>Leave out to have somebody chosen (L4).</summary>
    public Guid? AssignedTo { get; init; }

    /// <summary>Save although it looks like a lead or customer that is already there.</summary>
    public bool? AllowDuplicate { get; init; }
}

public sealed class CreateLeadHandler(
    IRepository<Lead> leads, DuplicateCheck duplicates, ChooseAssignee assignees, ScoringRuleSets scoring,
    IPhoneNumbers phones, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<Versioned<LeadDetails>>> HandleAsync(CreateLead request, CancellationToken ct)
    {
        var check = new Validation();
        var facts = LeadFieldsCheck.Check(request, phones, check);
        if (check.Failed) return check.ToError();

        var chosen = await assignees.ForNewLeadAsync(request.AssignedTo, facts.ZipCode, facts.RoofType, ct);
        if (chosen.IsFailure) return chosen.Error;
        if (request.AllowDuplicate != true && await duplicates.FindAsync(facts, ct) is { } suspected) return suspected;

        var now = clock.GetUtcNow();
        var actor = user.ToActor();
        var rules = await scoring.ActiveAsync(ct);
        var lead = Lead.Capture(facts, rules, actor, now);
        if (chosen.Value is { Assignee: { } assignee } choice) lead.AssignTo(assignee, null, force: false, choice.Why, actor, now);
        else lead.LeaveUnassigned(now);

        leads.Add(lead);
        await leads.SaveChangesAsync(ct);
        return lead.ToAnswer(rules);
    }
}
