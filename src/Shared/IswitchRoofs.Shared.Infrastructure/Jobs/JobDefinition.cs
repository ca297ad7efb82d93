using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IswitchRoofs.Shared.Infrastructure.Jobs;

/// <param name="Name">Stable: <c>scheduling.appointment-reminders</c>. Stored, and the actor in the audit trail.</param>
/// <param name="Title">For people.</param>
/// <param name="Cron">Quartz cron expression, in the company's time zone.</param>
public sealed record JobDefinition(string Name, string Title, string Cron, Type Type);

public static class JobDefinitions
{
    public static IServiceCollection AddRecurringJob<TJob>(this IServiceCollection services, string name, string title, string cron)
        where TJob : class, IRecurringJob
    {
        services.TryAddScoped<TJob>();
        return services.AddSingleton(new JobDefinition(name, title, cron, typeof(TJob)));
    }

    /// <summary>A minute of the hour that differs between schemas, so that not everything begins at once.</summary>
    internal static int MinuteOf(string schema) => schema.Sum(c => c) % 60;
}
