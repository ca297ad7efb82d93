using IswitchRoofs.Shared.Application;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace IswitchRoofs.Shared.Infrastructure.Jobs;

/// <summary>
/// Starts the scheduler once the host serves, keeps trying while the database is away, and stores what changed about a
/// schedule. Not Quartz' own hosted service: that one would hold up the start and end with the first failure.
/// </summary>
internal sealed class JobScheduling(
    ISchedulerFactory schedulers, IEnumerable<JobDefinition> jobs, JobStoreMigrator store, ICompanyClock company, IHostApplicationLifetime lifetime,
    TimeProvider clock, ILogger<JobScheduling> logger) : BackgroundService
{
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(10);
    private IScheduler? _made;
    private string? _zone;

    /// <summary>Null until the scheduler runs, and once it stops.</summary>
    public IScheduler? Scheduler { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await StartedAsync(stoppingToken)) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await store.IsUpToDateAsync(stoppingToken))
                {
                    await BeginAsync(stoppingToken);
                    break;
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                logger.LogWarning("Jobs cannot start yet: {Message}", e.GetBaseException().Message);
            }

            await Task.Delay(RetryInterval, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await FollowZoneAsync(stoppingToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        Scheduler = null;
        if (Interlocked.Exchange(ref _made, null) is not { } scheduler) return;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LongestGoodbye);
        try
        {
            // Waiting for a job does not always heed the token: the limit must hold all the same.
            await scheduler.Shutdown(waitForJobsToComplete: true, limit.Token).AsTask().WaitAsync(limit.Token);
        }
        catch (Exception e)
        {
            // What is left undone another host takes over, as after a crash.
            logger.LogWarning("Jobs did not stop in time: {Message}", e.GetBaseException().Message);
        }
    }

    private async Task BeginAsync(CancellationToken ct)
    {
        // Known before it starts: a host that is stopped meanwhile must end its threads too, or they would go on asking a closed database.
        var scheduler = _made = await schedulers.GetScheduler(ct);
        await EnsureAllAsync(scheduler, ct);
        await scheduler.Start(ct);
        Scheduler = scheduler;
    }

    // An administrator may move the company to another zone: its nights are then others.
    private async Task FollowZoneAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            await Task.Delay(RetryInterval, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (ct.IsCancellationRequested || Scheduler is not { } scheduler || company.Zone.Id == _zone) continue;
            try
            {
                await EnsureAllAsync(scheduler, ct);
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                logger.LogWarning("Jobs cannot follow the company's zone yet: {Message}", e.GetBaseException().Message);
            }
        }
    }

    private async Task EnsureAllAsync(IScheduler scheduler, CancellationToken ct)
    {
        var zone = company.Zone;
        foreach (var job in jobs) await EnsureAsync(scheduler, job, zone, ct);
        _zone = zone.Id;
    }

    // A trigger that is right already stays: replacing it would forget a firing that was missed while no host ran.
    private static async Task EnsureAsync(IScheduler scheduler, JobDefinition job, TimeZoneInfo zone, CancellationToken ct)
    {
        var key = new TriggerKey(job.Name);
        if (await scheduler.GetTrigger(key, ct) is ICronTrigger known && known.CronExpressionString == job.Cron && known.TimeZone.Id == zone.Id) return;
        var detail = JobBuilder.Create<JobRunner>()
            .WithIdentity(job.Name).WithDescription(job.Title).StoreDurably().RequestRecovery().Build();
        var trigger = TriggerBuilder.Create()
            .WithIdentity(key).ForJob(detail)
            .WithCronSchedule(job.Cron, cron => cron.InTimeZone(zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
            .Build();
        await scheduler.ScheduleJob(detail, trigger, ScheduleJobOptions.Replacing, ct);
    }

    private async Task<bool> StartedAsync(CancellationToken ct)
    {
        var started = new TaskCompletionSource();
        await using var onStart = lifetime.ApplicationStarted.Register(started.SetResult);
        await using var onStop = ct.Register(() => started.TrySetCanceled(ct));
        await ((Task)started.Task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !ct.IsCancellationRequested;
    }
}
