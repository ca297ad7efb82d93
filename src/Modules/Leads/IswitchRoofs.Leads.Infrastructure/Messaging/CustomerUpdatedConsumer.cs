using IswitchRoofs.IntegrationEvents.Customers;
using IswitchRoofs.Leads.Application.Reactions;
using IswitchRoofs.Leads.Infrastructure.Persistence;
using IswitchRoofs.Shared.Infrastructure.Messaging.Inbox;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Leads.Infrastructure.Messaging;

internal sealed class CustomerUpdatedConsumer(LeadsDbContext db, KeepCustomerContact reaction, ILogger<CustomerUpdatedConsumer> logger)
    : InboxConsumer<CustomerUpdated, LeadsDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(CustomerUpdated message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}
