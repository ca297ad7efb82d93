using IswitchRoofs.Identity.Application.Reactions;
using IswitchRoofs.Identity.Infrastructure.Persistence;
using IswitchRoofs.IntegrationEvents.Leads;
using IswitchRoofs.Shared.Infrastructure.Messaging.Inbox;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Identity.Infrastructure.Messaging;

internal sealed class ReferralReceivedConsumer(IdentityDbContext db, NotifyOfReferral reaction, ILogger<ReferralReceivedConsumer> logger)
    : InboxConsumer<ReferralReceived, IdentityDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(ReferralReceived message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}
