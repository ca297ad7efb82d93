using IswitchRoofs.Analytics.Infrastructure.Persistence;
using IswitchRoofs.Analytics.Infrastructure.Projections;
using IswitchRoofs.IntegrationEvents;
using IswitchRoofs.Shared.Infrastructure.Messaging.Inbox;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Analytics.Infrastructure.Messaging;

/// <summary>Every event goes the same way: to the log, and into the fact that it speaks of.</summary>
internal abstract class FactConsumer<TEvent>(FactStore facts, AnalyticsDbContext db, ILogger logger)
    : InboxConsumer<TEvent, AnalyticsDbContext>(db, logger)
    where TEvent : class, IIntegrationEvent
{
    private readonly AnalyticsDbContext _db = db;

    protected override async Task<Result> ReactAsync(TEvent message, CancellationToken ct)
    {
        await facts.ApplyAsync(_db, message, ct);
        return Result.Success();
    }
}
