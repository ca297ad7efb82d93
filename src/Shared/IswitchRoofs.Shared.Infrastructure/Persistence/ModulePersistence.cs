using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Messaging;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.Shared.Infrastructure.Auditing;
using IswitchRoofs.Shared.Infrastructure.Idempotency;
using IswitchRoofs.Shared.Infrastructure.Jobs;
using IswitchRoofs.Shared.Infrastructure.Messaging.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace IswitchRoofs.Shared.Infrastructure.Persistence;

public static class ModulePersistence
{
    /// <summary>
    /// Everything a module's store needs: pooled context, interceptors, repositories, outbox relay, audit reader,
    /// idempotency, migrations and housekeeping.
    /// </summary>
    public static IServiceCollection AddModulePersistence<TContext, TEventMap>(this IServiceCollection services, string schema)
        where TContext : ModuleDbContext
        where TEventMap : class, IIntegrationEventMap, new()
    {
        var map = new TEventMap();
        services.AddSingleton<IIntegrationEventMap>(map);
        services.TryAddSingleton<OutboxSignals>();
        services.TryAddSingleton<AfterCommitInterceptor>();
        services.TryAddSingleton<TimestampInterceptor>();
        services.TryAddSingleton<AuditInterceptor>();
        services.TryAddSingleton<AuditLog>();
        services.AddPooledDbContextFactory<TContext>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>(), npgsql => npgsql.MigrationsHistoryTable(HistoryRepository.DefaultTableName, schema))
            .UseSnakeCaseNamingConvention()
            .ConfigureWarnings(w => w.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning))
            .AddInterceptors(
                provider.GetRequiredService<TimestampInterceptor>(),
                provider.GetRequiredService<AuditInterceptor>(),
                new OutboxInterceptor(map),
                provider.GetRequiredService<AfterCommitInterceptor>()));
        services.AddScoped(provider =>
        {
            var db = provider.GetRequiredService<IDbContextFactory<TContext>>().CreateDbContext();
            db.CurrentUser = provider.GetRequiredService<ICurrentUser>();
            db.AfterCommit.Clear();
            return db;
        });
        services.AddSingleton<OutboxRelay<TContext>>();
        services.AddSingleton<IOutboxRelay>(provider => provider.GetRequiredService<OutboxRelay<TContext>>());
        services.AddHostedService(provider => provider.GetRequiredService<OutboxRelay<TContext>>());
        services.AddSingleton<IOutboxMonitor, OutboxMonitor<TContext>>();
        services.AddSingleton<IModuleMigrator, ModuleMigrator<TContext>>();
        services.AddSingleton<IAuditTrail, AuditTrail<TContext>>();
        services.AddKeyedScoped<IIdempotentTransactions, IdempotentTransactions<TContext>>(schema);
        return services.AddRecurringJob<Housekeeping<TContext>>(
            $"{schema}.housekeeping", $"Forget sent events and old keys of {schema}", $"0 {JobDefinitions.MinuteOf(schema)} * * * ?");
    }

    /// <summary>Empties the module's trash every night.</summary>
    public static IServiceCollection AddTrash<TContext>(this IServiceCollection services, string schema) where TContext : ModuleDbContext =>
        services.AddRecurringJob<EmptyTrash<TContext>>($"{schema}.trash", $"Empty the trash of {schema} after 30 days", $"0 {JobDefinitions.MinuteOf(schema)} 3 * * ?");

    /// <summary>Registers the repository of one aggregate or replica.</summary>
    public static IServiceCollection AddRepository<T, TContext>(this IServiceCollection services)
        where T : class
        where TContext : ModuleDbContext =>
        services
            .AddScoped<IRepository<T>, EfRepository<T, TContext>>()
            .AddScoped<IReadRepository<T>>(provider => provider.GetRequiredService<IRepository<T>>());
}
