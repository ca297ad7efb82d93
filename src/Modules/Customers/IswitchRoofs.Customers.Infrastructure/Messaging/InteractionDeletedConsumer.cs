using IswitchRoofs.Customers.Application.Reactions;
using IswitchRoofs.Customers.Infrastructure.Persistence;
using IswitchRoofs.IntegrationEvents.Customers;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Customers.Infrastructure.Messaging;

internal sealed class InteractionDeletedConsumer(CustomersDbContext db, CountInteractions reaction, ILogger<InteractionDeletedConsumer> logger)
    : CustomerFiguresConsumer<InteractionDeleted>(db, logger)
{
    protected override Guid? CustomerOf(InteractionDeleted message) => message.CustomerId;

    protected override Task<Result> CountAsync(InteractionDeleted message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}
