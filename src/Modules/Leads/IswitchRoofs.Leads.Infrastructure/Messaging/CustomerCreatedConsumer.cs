using IswitchRoofs.IntegrationEvents.Customers;
using IswitchRoofs.Leads.Application.Reactions;
using IswitchRoofs.Leads.Infrastructure.Persistence;
using IswitchRoofs.Shared.Infrastructure.Messaging.Inbox;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Leads.Infrastructure.Messaging;

internal sealed class CustomerCreatedConsumer(LeadsDbContext db, KeepCustomerContact reaction, ILogger<CustomerCreatedConsumer> logger)
    : InboxConsumer<CustomerCreated, LeadsDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(CustomerCreated message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}
