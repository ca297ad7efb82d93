using IswitchRoofs.IntegrationEvents.Customers;
using IswitchRoofs.Leads.Application.Reactions;
using IswitchRoofs.Leads.Infrastructure.Persistence;
using IswitchRoofs.Shared.Infrastructure.Messaging.Inbox;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Leads.Infrastructure.Messaging;

internal sealed class CustomerDeletedConsumer(LeadsDbContext db, KeepCustomerContact reaction, ILogger<CustomerDeletedConsumer> logger)
    : InboxConsumer<CustomerDeleted, LeadsDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(CustomerDeleted message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}
