using IswitchRoofs.Customers.Infrastructure.Persistence;
using IswitchRoofs.IntegrationEvents;
using IswitchRoofs.Shared.Infrastructure.Messaging.Inbox;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Customers.Infrastructure.Messaging;

/// <summary>
/// Counts a customer's figures anew when something they are made of changes. Events of one customer wait for each other:
/// two that count at the same time would each miss what the other adds.
/// </summary>
internal abstract class CustomerFiguresConsumer<TEvent>(CustomersDbContext db, ILogger logger) : InboxConsumer<TEvent, CustomersDbContext>(db, logger)
    where TEvent : class, IIntegrationEvent
{
    private readonly CustomersDbContext _db = db;

    protected sealed override async Task<Result> ReactAsync(TEvent message, CancellationToken ct)
    {
        if (CustomerOf(message) is { } customer)
        {
            var name = $"customers/figures/{customer}";
            await _db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({name}, 0))", ct);
        }

        return await CountAsync(message, ct);
    }

    /// <summary>Whose figures change; null when nobody's do.</summary>
    protected abstract Guid? CustomerOf(TEvent message);

    protected abstract Task<Result> CountAsync(TEvent message, CancellationToken ct);
}
