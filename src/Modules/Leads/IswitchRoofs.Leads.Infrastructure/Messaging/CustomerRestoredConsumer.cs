using IswitchRoofs.IntegrationEvents.Customers;
using IswitchRoofs.Leads.Application.Reactions;
using IswitchRoofs.Leads.Infrastructure.Persistence;
using IswitchRoofs.Shared.Infrastructure.Messaging.Inbox;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Leads.Infrastructure.Messaging;

internal sealed class CustomerRestoredConsumer(LeadsDbContext db, KeepCustomerContact reaction, ILogger<CustomerRestoredConsumer> logger)
    : InboxConsumer<CustomerRestored, LeadsDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(CustomerRestored message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}
