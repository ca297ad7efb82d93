using Quartz;

namespace IswitchRoofs.Shared.Infrastructure.Jobs;

/// <summary>The jobs of all hosts, for the system page.</summary>
public interface IJobBoard
{
    Task<IReadOnlyList<JobState>> ReadAsync(CancellationToken ct);

    /// <summary>The latest runs that did something or failed, newest first.</summary>
    Task<IReadOnlyList<JobRun>> RecentRunsAsync(int limit, CancellationToken ct);

    /// <summary>Lets some host run it now, beside its schedule.</summary>
    /// <returns>False when there is no such job, or no scheduler runs here yet.</returns>
    Task<bool> RunNowAsync(string name, string askedBy, CancellationToken ct);
}

public sealed record JobState(string Name, string Title, string Cron, DateTimeOffset? NextRunAt, JobRun? LastRun);

internal sealed class JobBoard(IEnumerable<JobDefinition> jobs, JobRuns runs, JobScheduling scheduling) : IJobBoard
{
    public async Task<IReadOnlyList<JobState>> ReadAsync(CancellationToken ct)
    {
        var latest = (await runs.LatestAsync(ct)).ToDictionary(r => r.Job, StringComparer.Ordinal);
        var states = new List<JobState>();
        foreach (var job in jobs.OrderBy(j => j.Name, StringComparer.Ordinal))
        {
            var trigger = scheduling.Scheduler is { } scheduler ? await scheduler.GetTrigger(new TriggerKey(job.Name), ct) : null;
            states.Add(new JobState(job.Name, job.Title, job.Cron, trigger?.NextFireTimeUtc, latest.GetValueOrDefault(job.Name)));
        }

        return states;
    }

    public Task<IReadOnlyList<JobRun>> RecentRunsAsync(int limit, CancellationToken ct) => runs.OfNoteAsync(limit, ct);

    public async Task<bool> RunNowAsync(string name, string askedBy, CancellationToken ct)
    {
        if (scheduling.Scheduler is not { } scheduler || jobs.All(j => j.Name != name)) return false;
        await scheduler.TriggerJob(new JobKey(name), new JobDataMap { [JobRunner.AskedBy] = askedBy }, ct);
        return true;
    }
}
