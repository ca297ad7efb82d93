using IswitchRoofs.Customers.Application.Reactions;
using IswitchRoofs.Customers.Infrastructure.Persistence;
using IswitchRoofs.IntegrationEvents.Customers;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Customers.Infrastructure.Messaging;

internal sealed class InteractionRestoredConsumer(CustomersDbContext db, CountInteractions reaction, ILogger<InteractionRestoredConsumer> logger)
    : CustomerFiguresConsumer<InteractionRestored>(db, logger)
{
    protected override Guid? CustomerOf(InteractionRestored message) => message.CustomerId;

    protected override Task<Result> CountAsync(InteractionRestored message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}
