using IswitchRoofs.Shared.Infrastructure.Auditing;
using IswitchRoofs.Shared.Infrastructure.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Quartz;

namespace IswitchRoofs.Shared.Infrastructure.Jobs;

public static class JobsRegistration
{
    /// <summary>Quartz on the host's database, one cluster of all hosts. The modules bring the jobs.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<JobStoreMigrator>();
        services.AddSingleton<IModuleMigrator>(provider => provider.GetRequiredService<JobStoreMigrator>());
        services.AddSingleton<JobRuns>();
        services.AddSingleton<IAuditTrail, JobAuditTrail>();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = "iswitchroofs");
            quartz.UseDefaultThreadPool(maxConcurrency: 4);
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(source => source.DataSourceFactory = provider => provider.GetRequiredService<NpgsqlDataSource>());
                store.UseSystemTextJsonSerializer();
                store.UseClustering(cluster =>
                {
                    // A host that died is noticed within some ten seconds.
                    cluster.CheckinInterval = TimeSpan.FromSeconds(3);
                    cluster.CheckinMisfireThreshold = TimeSpan.FromSeconds(6);
                });
                store.ConfigureStore(options =>
                {
                    options.TablePrefix = JobStoreMigrator.TablePrefix;
                    options.StoreJobDataAsStrings = true;
                    options.SchemaProvisioning = SchemaProvisioning.None;
                    options.MisfireThreshold = TimeSpan.FromSeconds(20);

                    // Foreground threads would keep a host alive that is stopped while its database is away.
                    options.UseBackgroundThreads = true;
                });
            });
        });
        services.AddSingleton<JobScheduling>();
        services.AddSingleton<IJobBoard, JobBoard>();
        if (configuration.GetValue("Jobs:Enabled", true)) services.AddHostedService(provider => provider.GetRequiredService<JobScheduling>());
        return services.AddRecurringJob<JobRunsSweep>("jobs.housekeeping", "Forget old runs of jobs", "0 42 2 * * ?");
    }
}
