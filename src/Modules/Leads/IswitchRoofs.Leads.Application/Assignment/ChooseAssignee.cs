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

    internal async Task<Choice?> BestAsync(AssignmentStrategy strategy, string? zipCode, string? roofType, CancellationToken ct) =>
        (await AmongAsync(strategy, ct)).Next(zipCode, roofType);

    /// <summary>For many leads: everybody who is here, read once.</summary>
    internal async Task<Pool> AmongAsync(AssignmentStrategy strategy, CancellationToken ct)
    {
        var today = company.Today;
        return new Pool([.. (await candidates.ListAsync(ct)).Where(c => !c.Assignee.IsOffOn(today))], strategy, company);
    }

    /// <summary>Deals leads out: who takes one has one more when the next is dealt.</summary>
    internal sealed class Pool(List<Candidate> candidates, AssignmentStrategy strategy, ICompanyClock company)
    {
        public Choice? Next(string? zipCode, string? roofType) =>
            AssignmentPolicy.Choose(candidates, strategy, zipCode, roofType) is { } best ? new Choice(best.Assignee, Why(best, zipCode, roofType)) : null;

        public void Took(Assignee assignee)
        {
            var at = candidates.FindIndex(c => c.Assignee.Id == assignee.Id);
            candidates[at] = candidates[at] with { OpenLeads = candidates[at].OpenLeads + 1, LastAssignedAt = company.Now };
        }

        private string Why(Candidate best, string? zipCode, string? roofType)
        {
            var score = AssignmentPolicy.Score(best, zipCode, roofType);
            return strategy switch
            {
                AssignmentStrategy.RoundRobin => "Chosen in turn: longest without a new lead.",
                AssignmentStrategy.LoadBalanced => FormattableString.Invariant($"Chosen by workload: {best.OpenLeads} open leads, the fewest."),
                _ => FormattableString.Invariant(
                    $"Best fit with {score.Total:0.#} of 100 points: territory {score.Territory} of 40, skills {score.Skills} of 30, performance {score.Performance:0.#} of 20, workload {score.Workload} of 10."),
            };
        }
    }

    internal sealed record Choice(Assignee Assignee, string? Why);
}
