using IswitchRoofs.Customers.Application.Reactions;
using IswitchRoofs.Customers.Infrastructure.Persistence;
using IswitchRoofs.IntegrationEvents.Customers;
using IswitchRoofs.Shared.Infrastructure.Messaging.Inbox;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Customers.Infrastructure.Messaging;

internal sealed class InteractionUpdatedConsumer(CustomersDbContext db, CountInteractions reaction, ILogger<InteractionUpdatedConsumer> logger)
    : InboxConsumer<InteractionUpdated, CustomersDbContext>(db, logger)
{
    private readonly CustomersDbContext _db = db;

    protected override async Task<Result> ReactAsync(InteractionUpdated message, CancellationToken ct)
    {
        if (message.CustomerId is { } customer) await _db.OneAtATimeAsync(customer, ct);
        return await reaction.HandleAsync(message, ct);
    }
}
