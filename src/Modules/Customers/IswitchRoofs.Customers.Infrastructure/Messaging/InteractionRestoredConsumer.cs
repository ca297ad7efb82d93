using IswitchRoofs.Customers.Application.Reactions;
using IswitchRoofs.Customers.Infrastructure.Persistence;
using IswitchRoofs.IntegrationEvents.Customers;
using IswitchRoofs.Shared.Infrastructure.Messaging.Inbox;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Customers.Infrastructure.Messaging;

internal sealed class InteractionRestoredConsumer(CustomersDbContext db, CountInteractions reaction, ILogger<InteractionRestoredConsumer> logger)
    : InboxConsumer<InteractionRestored, CustomersDbContext>(db, logger)
{
    private readonly CustomersDbContext _db = db;

    protected override async Task<Result> ReactAsync(InteractionRestored message, CancellationToken ct)
    {
        if (message.CustomerId is { } customer) await _db.OneAtATimeAsync(customer, ct);
        return await reaction.HandleAsync(message, ct);
    }
}
