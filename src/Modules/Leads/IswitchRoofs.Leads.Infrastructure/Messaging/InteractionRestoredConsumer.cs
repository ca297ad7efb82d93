using IswitchRoofs.IntegrationEvents.Customers;
using IswitchRoofs.Leads.Application.Reactions;
using IswitchRoofs.Leads.Infrastructure.Persistence;
using IswitchRoofs.Shared.Infrastructure.Messaging.Inbox;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Leads.Infrastructure.Messaging;

internal sealed class InteractionRestoredConsumer(LeadsDbContext db, HearOfInteractions reaction, ILogger<InteractionRestoredConsumer> logger)
    : InboxConsumer<InteractionRestored, LeadsDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(InteractionRestored message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}
