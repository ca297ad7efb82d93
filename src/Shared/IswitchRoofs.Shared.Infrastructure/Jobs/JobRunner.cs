using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;

namespace IswitchRoofs.Shared.Infrastructure.Jobs;

/// <summary>What Quartz calls for every job of ours: finds it by name, runs it in a scope of its own and writes down how it ended.</summary>
[DisallowConcurrentExecution]
internal sealed class JobRunner(IEnumerable<JobDefinition> jobs, IServiceScopeFactory scopes, JobRuns runs, ILogger<JobRunner> logger) : IJob
{
    /// <summary>In the data of a firing: who asked for it.</summary>
    internal const string AskedBy = "asked_by";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var name = context.JobDetail.Key.Name;
        if (jobs.FirstOrDefault(j => j.Name == name) is not { } job)
        {
            logger.LogWarning("Job {Job} is not known to this version", name);
            return;
        }

        RunningJob.Begin(job.Name);
        var askedBy = context.MergedJobDataMap.TryGetString(AskedBy, out var who) ? who : null;
        var run = await runs.BeginAsync(name, Environment.MachineName + "/" + Environment.ProcessId, askedBy, cancellationToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var done = await ((IRecurringJob)scope.ServiceProvider.GetRequiredService(job.Type)).RunAsync(cancellationToken);
            await runs.EndAsync(run, "succeeded", done, error: null, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await runs.EndAsync(run, "interrupted", JobOutcome.Nothing, "The host stopped.", CancellationToken.None);
        }
        catch (Exception e)
        {
            // Not passed on: the next run is the retry, and the system page shows what went wrong.
            logger.LogError(e, "Job {Job} failed", name);
            await runs.EndAsync(run, "failed", JobOutcome.Nothing, e.GetBaseException().Message, CancellationToken.None);
        }
    }
}
