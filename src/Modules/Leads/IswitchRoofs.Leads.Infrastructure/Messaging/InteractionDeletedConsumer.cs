using IswitchRoofs.IntegrationEvents.Customers;
using IswitchRoofs.Leads.Application.Reactions;
using IswitchRoofs.Leads.Infrastructure.Persistence;
using IswitchRoofs.Shared.Infrastructure.Messaging.Inbox;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Leads.Infrastructure.Messaging;

internal sealed class InteractionDeletedConsumer(LeadsDbContext db, HearOfInteractions reaction, ILogger<InteractionDeletedConsumer> logger)
    : InboxConsumer<InteractionDeleted, LeadsDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(InteractionDeleted message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}
