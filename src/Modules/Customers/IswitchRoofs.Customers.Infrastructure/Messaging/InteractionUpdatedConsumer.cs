using IswitchRoofs.Customers.Application.Reactions;
using IswitchRoofs.Customers.Infrastructure.Persistence;
using IswitchRoofs.IntegrationEvents.Customers;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Customers.Infrastructure.Messaging;

internal sealed class InteractionUpdatedConsumer(CustomersDbContext db, CountInteractions reaction, ILogger<InteractionUpdatedConsumer> logger)
    : CustomerFiguresConsumer<InteractionUpdated>(db, logger)
{
    protected override Guid? CustomerOf(InteractionUpdated message) => message.CustomerId;

    protected override Task<Result> CountAsync(InteractionUpdated message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}
