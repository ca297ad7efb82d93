using IswitchRoofs.IntegrationEvents.Identity;
using IswitchRoofs.Scheduling.Application.Reactions;
using IswitchRoofs.Scheduling.Infrastructure.Persistence;
using IswitchRoofs.Shared.Infrastructure.Messaging.Inbox;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Scheduling.Infrastructure.Messaging;

internal sealed class UserChangedConsumer(SchedulingDbContext db, CrewReplica reaction, ILogger<UserChangedConsumer> logger)
    : InboxConsumer<UserChanged, SchedulingDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(UserChanged message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}
