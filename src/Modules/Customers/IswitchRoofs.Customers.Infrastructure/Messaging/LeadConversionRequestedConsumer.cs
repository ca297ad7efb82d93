using IswitchRoofs.Customers.Application.Reactions;
using IswitchRoofs.Customers.Infrastructure.Persistence;
using IswitchRoofs.IntegrationEvents.Leads;
using IswitchRoofs.Shared.Infrastructure.Messaging.Inbox;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Customers.Infrastructure.Messaging;

internal sealed class LeadConversionRequestedConsumer(CustomersDbContext db, WelcomeLead reaction, ILogger<LeadConversionRequestedConsumer> logger)
    : InboxConsumer<LeadConversionRequested, CustomersDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(LeadConversionRequested message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}
