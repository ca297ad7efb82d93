using IswitchRoofs.Customers.Application.Reactions;
using IswitchRoofs.Customers.Infrastructure.Persistence;
using IswitchRoofs.IntegrationEvents.Customers;
using IswitchRoofs.Shared.Infrastructure.Messaging.Inbox;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Customers.Infrastructure.Messaging;

internal sealed class InteractionDeletedConsumer(CustomersDbContext db, CountInteractions reaction, ILogger<InteractionDeletedConsumer> logger)
    : InboxConsumer<InteractionDeleted, CustomersDbContext>(db, logger)
{
    private readonly CustomersDbContext _db = db;

    protected override async Task<Result> ReactAsync(InteractionDeleted message, CancellationToken ct)
    {
        if (message.CustomerId is { } customer) await _db.OneAtATimeAsync(customer, ct);
        return await reaction.HandleAsync(message, ct);
    }
}
