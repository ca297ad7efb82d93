using IswitchRoofs.IntegrationEvents.Identity;
using IswitchRoofs.Leads.Application.Reactions;
using IswitchRoofs.Leads.Infrastructure.Persistence;
using IswitchRoofs.Shared.Infrastructure.Messaging.Inbox;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Leads.Infrastructure.Messaging;

internal sealed class UserChangedConsumer(LeadsDbContext db, KeepAssignee reaction, ILogger<UserChangedConsumer> logger)
    : InboxConsumer<UserChanged, LeadsDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(UserChanged message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}
