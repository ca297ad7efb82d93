using IswitchRoofs.Identity.Application.Reactions;
using IswitchRoofs.Identity.Infrastructure.Persistence;
using IswitchRoofs.IntegrationEvents.Leads;
using IswitchRoofs.Shared.Infrastructure.Messaging.Inbox;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Identity.Infrastructure.Messaging;

internal sealed class LeadConvertedConsumer(IdentityDbContext db, NotifyOfWonLead reaction, ILogger<LeadConvertedConsumer> logger)
    : InboxConsumer<LeadConverted, IdentityDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(LeadConverted message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}
