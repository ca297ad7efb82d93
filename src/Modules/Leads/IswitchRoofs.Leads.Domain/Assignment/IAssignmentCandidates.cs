namespace IswitchRoofs.Leads.Domain.Assignment;

/// <summary>The people a lead could go to, with their load right now. A seam: the load is counted by SQL that stops early.</summary>
public interface IAssignmentCandidates
{
    Task<IReadOnlyList<Candidate>> ListAsync(CancellationToken ct);

    /// <summary>What became of the leads that each of these people was given since then.</summary>
    Task<IReadOnlyDictionary<AssigneeId, TrackRecord>> TrackRecordsAsync(IReadOnlyCollection<AssigneeId> people, DateTimeOffset since, CancellationToken ct);
}
