using System.Globalization;
using IswitchRoofs.Leads.Domain.Assignment;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Assignment;

/// <summary>Finds who takes a lead, by name or by strategy (L4).</summary>
public sealed class ChooseAssignee(IRepository<Assignee> people, IAssignmentCandidates candidates, LeadsSettings settings, ICompanyClock company)
{
    /// <summary>The person asked for; else, when automatic assignment is on, the best one; else nobody.</summary>
    internal async Task<Result<Choice?>> ForNewLeadAsync(Guid? assigneeId, string? zipCode, string? roofType, CancellationToken ct)
    {
        if (assigneeId is not { } id) return settings.AutoAssign ? await BestAsync(AssignmentStrategy.Smart, zipCode, roofType, ct) : null;
        var named = await NamedAsync(id, ct);
        return named.IsFailure ? named.Error : named.Value;
    }

    internal async Task<Result<Choice>> NamedAsync(Guid assigneeId, CancellationToken ct)
    {
        var person = await people.FindAsync(new AssigneeId(assigneeId), ct);
        return person is { IsActive: true, Role: "sales" or "manager" or "admin" } ? new Choice(person, null) : LeadErrors.AssigneeUnknown();
    }

    internal async Task<Choice?> BestAsync(AssignmentStrategy strategy, string? zipCode, string? roofType, CancellationToken ct)
    {
        var today = company.Today;
        var here = (await candidates.ListAsync(ct)).Where(c => !c.Assignee.IsOffOn(today));
        var best = AssignmentPolicy.Choose(here, strategy, zipCode, roofType);
        if (best is null) return null;
        var points = AssignmentPolicy.Score(best, zipCode, roofType).ToString("0.#", CultureInfo.InvariantCulture);
        return new Choice(best.Assignee, $"Chosen automatically ({WireName.Of(strategy)}, {points} of 100 points).");
    }

    internal sealed record Choice(Assignee Assignee, string? Why);
}
