using IswitchRoofs.Leads.Domain.Assignment;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Leads.Application.Assignment;

/// <summary>Measures everybody who takes leads by what became of theirs, since old leads drop out of the period by themselves (L4).</summary>
public sealed record RateAssignees;

public sealed class RateAssigneesHandler(IRepository<Assignee> people, IAssignmentCandidates candidates, TimeProvider clock) : IUseCase
{
    /// <returns>How many stand otherwise than before.</returns>
    public async Task<Result<int>> HandleAsync(RateAssignees command, CancellationToken ct)
    {
        var active = await people.ListAsync(new ActiveAssignees(), ct);
        var records = await candidates.TrackRecordsAsync([.. active.Select(p => p.Id)], clock.GetUtcNow() - TrackRecord.Period, ct);
        var changed = 0;
        foreach (var person in active)
        {
            var before = person.Performance;
            person.Rate(records[person.Id]);
            if (person.Performance != before) changed++;
        }

        if (changed > 0) await people.SaveChangesAsync(ct);
        return changed;
    }

    private sealed class ActiveAssignees : Specification<Assignee>
    {
        public ActiveAssignees() => Query.Where(a => a.IsActive).OrderBy(a => a.Id).AsTracking();
    }
}
