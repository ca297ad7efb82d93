using IswitchRoofs.Analytics.Application;
using IswitchRoofs.Analytics.Application.Dashboards;
using IswitchRoofs.Analytics.Application.Projections;
using IswitchRoofs.Analytics.Application.Rebuilds;
using IswitchRoofs.Analytics.Domain.Kpis;
using IswitchRoofs.Analytics.Domain.Rebuilds;
using IswitchRoofs.Analytics.Infrastructure.Persistence;
using IswitchRoofs.Analytics.Infrastructure.Projections;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Infrastructure.Messaging;
using IswitchRoofs.Shared.Infrastructure.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IswitchRoofs.Analytics.Infrastructure;

public static class AnalyticsModule
{
    public static IServiceCollection AddAnalyticsModule(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddUseCases(typeof(AnalyticsPermissions).Assembly)
            .AddSingleton(TargetsOf(configuration))
            .AddSingleton<FactChanges>()
            .AddSingleton<FactStore>()
            .AddSingleton<EventAliases>()
            .AddSingleton<IDashboardFigures, DashboardReader>()
            .AddScoped<IBulkEvents, BulkEvents>()
            .AddSingleton<DailyRollup>()
            .AddSingleton<RebuildRunner>()
            .AddSingleton<IRebuildSignal>(provider => provider.GetRequiredService<RebuildRunner>())
            .AddModulePersistence<AnalyticsDbContext, AnalyticsEventMap>(AnalyticsDbContext.SchemaName)
            .AddRepository<Rebuild, AnalyticsDbContext>()
            .AddConsumersOf(typeof(AnalyticsModule).Assembly);
        services.AddHostedService(provider => provider.GetRequiredService<DailyRollup>());
        services.AddHostedService(provider => provider.GetRequiredService<RebuildRunner>());
        return services;
    }

    /// <summary>Reads <c>Targets:ResponseSeconds</c>, <c>ConversionPercent</c>, <c>Deal</c>, <c>Satisfaction</c>, <c>MonthlyRevenue</c>, <c>GrowthPercent</c>.</summary>
    private static Targets TargetsOf(IConfiguration configuration)
    {
        var section = configuration.GetSection("Targets");
        var standard = new Targets();
        return new Targets
        {
            ResponseSeconds = section.GetValue("ResponseSeconds", standard.ResponseSeconds),
            ConversionPercent = section.GetValue("ConversionPercent", standard.ConversionPercent),
            Deal = section.GetValue("Deal", standard.Deal),
            Satisfaction = section.GetValue("Satisfaction", standard.Satisfaction),
            MonthlyRevenue = section.GetValue("MonthlyRevenue", standard.MonthlyRevenue),
            GrowthPercent = section.GetValue("GrowthPercent", standard.GrowthPercent),
        };
    }
}
