using IswitchRoofs.Customers.Application.Reactions;
using IswitchRoofs.Customers.Infrastructure.Persistence;
using IswitchRoofs.IntegrationEvents.Customers;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Customers.Infrastructure.Messaging;

internal sealed class InteractionLoggedConsumer(CustomersDbContext db, CountInteractions reaction, ILogger<InteractionLoggedConsumer> logger)
    : CustomerFiguresConsumer<InteractionLogged>(db, logger)
{
    protected override Guid? CustomerOf(InteractionLogged message) => message.CustomerId;

    protected override Task<Result> CountAsync(InteractionLogged message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}
