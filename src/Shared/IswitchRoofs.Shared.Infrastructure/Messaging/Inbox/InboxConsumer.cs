using IswitchRoofs.IntegrationEvents;
using IswitchRoofs.Shared.Infrastructure.Persistence;
using IswitchRoofs.SharedKernel.Results;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Shared.Infrastructure.Messaging.Inbox;

/// <summary>
/// Handles an event exactly once in effect: the mark and the reaction's writes are one transaction, so a redelivery
/// finds the mark or finds nothing done. A refusal is noted and not retried; an exception is.
/// </summary>
public abstract class InboxConsumer<TEvent, TContext>(TContext db, ILogger logger) : IConsumer<TEvent>
    where TEvent : class, IIntegrationEvent
    where TContext : ModuleDbContext
{
    public async Task Consume(ConsumeContext<TEvent> context)
    {
        var ct = context.CancellationToken;
        var consumer = GetType().Name;
        var eventId = context.Message.EventId;

        // Whatever fails here rolls back the whole of it: a savepoint would only cost two round trips.
        db.Database.AutoSavepointsEnabled = false;
        await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            await using var transaction = await db.Database.BeginTransactionAsync(ct);

            // Losing this commit in a crash of the database is harmless: the outbox row is marked after it, in a commit
            // that is flushed and cannot survive without this one, so the event would come again.
#pragma warning disable EF1002 // The schema is the module's constant.
            var isNew = await db.Database.ExecuteSqlRawAsync(
                $"SET LOCAL synchronous_commit = off; INSERT INTO {db.Schema}.inbox_entries (event_id, consumer, handled_at) VALUES ({{0}}, {{1}}, now()) ON CONFLICT DO NOTHING",
                [eventId, consumer], ct);
            if (isNew == 0) return;

            var outcome = await ReactAsync(context.Message, ct);
            if (outcome.IsFailure)
            {
                db.ChangeTracker.Clear();
                MessagingTelemetry.Refused.Add(1, new KeyValuePair<string, object?>("consumer", consumer));
                logger.LogInformation("{Consumer} refused event {EventId}: {Code}", consumer, eventId, outcome.Error.Code);
                await db.Database.ExecuteSqlRawAsync(
                    $"UPDATE {db.Schema}.inbox_entries SET refusal = {{2}} WHERE event_id = {{0}} AND consumer = {{1}}",
                    [eventId, consumer, $"{outcome.Error.Code}: {outcome.Error.Detail}"], ct);
            }
#pragma warning restore EF1002

            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        });
    }

    /// <summary>Calls the module's reaction. It changes tracked entities; saving is done here.</summary>
    protected abstract Task<Result> ReactAsync(TEvent message, CancellationToken ct);
}
