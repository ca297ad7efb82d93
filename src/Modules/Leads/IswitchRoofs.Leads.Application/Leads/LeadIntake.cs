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
    internal const string PossibleDuplicate = "possible duplicate";

    private enum Known
    {
        Refused,
        Taken,
        Tagged,
    }

    internal Task<Result<ScoredLead>> TakeAsync(LeadFields fields, Guid? assignedTo, bool allowDuplicate, SourceDetailFields? detail, CancellationToken ct)
    {
        var check = new Validation();
        return TakeAsync(fields, check, assignedTo, allowDuplicate ? Known.Taken : Known.Refused, detail?.Check(check), ct);
    }

    /// <summary>Without telling that we know somebody like that: whoever works with the lead sees the tag.</summary>
    internal Task<Result<ScoredLead>> TakeFromStrangerAsync(LeadFields fields, SourceDetail detail, CancellationToken ct) =>
        TakeAsync(fields, new Validation(), null, Known.Tagged, detail, ct);

    private async Task<Result<ScoredLead>> TakeAsync(LeadFields fields, Validation check, Guid? assignedTo, Known whoIsKnown, SourceDetail? detail, CancellationToken ct)
    {
        var facts = LeadFieldsCheck.Check(fields, phones, check);
        if (check.Failed) return check.ToError();

        var chosen = await assignees.ForNewLeadAsync(assignedTo, facts.ZipCode, facts.RoofType, ct);
        if (chosen.IsFailure) return chosen.Error;
        if (whoIsKnown != Known.Taken && await duplicates.FindAsync(facts, ct) is { } suspected)
        {
            if (whoIsKnown == Known.Refused) return suspected;
            facts = facts with { Tags = [PossibleDuplicate] };
        }

        var now = clock.GetUtcNow();
        var actor = user.ToActor();
        var rules = await scoring.ActiveAsync(ct);
        var lead = Lead.Capture(facts, rules, actor, now, detail);
        if (chosen.Value is { Assignee: { } assignee } choice) lead.AssignTo(assignee, null, force: false, choice.Why, actor, now);
        else lead.LeaveUnassigned(now);
        leads.Add(lead);
        return new ScoredLead(lead, rules);
    }
}

/// <param name="Rules">By which it was scored.</param>
internal sealed record ScoredLead(Lead Lead, ScoringRules Rules);
