using IswitchRoofs.IntegrationEvents.Leads;
using IswitchRoofs.Leads.Domain.Assignment;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Reactions;

/// <summary>A lead was decided: whoever had it is measured anew, after the commit, so that no move of a lead waits for it.</summary>
public sealed class KeepPerformance(IRepository<Assignee> people, IAssignmentCandidates candidates, TimeProvider clock) : IReaction
{
    public async Task<Result> HandleAsync(LeadStatusChanged e, CancellationToken ct)
    {
        if (e is not { ToStatus: "won" or "lost", AssigneeId: { } id }) return Result.Success();
        var assignee = await people.FindAsync(new AssigneeId(id), ct);
        if (assignee is null) return Result.Success();
        var records = await candidates.TrackRecordsAsync([assignee.Id], clock.GetUtcNow() - TrackRecord.Period, ct);
        assignee.Rate(records[assignee.Id]);
        return Result.Success();
    }
}
