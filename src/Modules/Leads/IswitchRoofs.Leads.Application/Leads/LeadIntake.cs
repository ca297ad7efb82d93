using IswitchRoofs.Leads.Application.Assignment;
using IswitchRoofs.Leads.Application.Duplicates;
using IswitchRoofs.Leads.Application.Scoring;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Domain.Scoring;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Leads;

/// <summary>The way in for a lead, whichever door it comes through (L3): checked, compared with who is known, scored and assigned. The caller saves.</summary>
public sealed class LeadIntake(
    IRepository<Lead> leads, DuplicateCheck duplicates, ChooseAssignee assignees, ScoringRuleSets scoring, IPhoneNumbers phones, ICurrentUser user, TimeProvider clock)
{
    internal async Task<Result<ScoredLead>> TakeAsync(LeadFields fields, Guid? assignedTo, bool allowDuplicate, CancellationToken ct)
    {
        var check = new Validation();
        var facts = LeadFieldsCheck.Check(fields, phones, check);
        if (check.Failed) return check.ToError();

        var chosen = await assignees.ForNewLeadAsync(assignedTo, facts.ZipCode, facts.RoofType, ct);
        if (chosen.IsFailure) return chosen.Error;
        if (!allowDuplicate && await duplicates.FindAsync(facts, ct) is { } suspected) return suspected;

        var now = clock.GetUtcNow();
        var actor = user.ToActor();
        var rules = await scoring.ActiveAsync(ct);
        var lead = Lead.Capture(facts, rules, actor, now);
        if (chosen.Value is { Assignee: { } assignee } choice) lead.AssignTo(assignee, null, force: false, choice.Why, actor, now);
        else lead.LeaveUnassigned(now);
        leads.Add(lead);
        return new ScoredLead(lead, rules);
    }
}

/// <param name="Rules">By which it was scored.</param>
internal sealed record ScoredLead(Lead Lead, ScoringRules Rules);
