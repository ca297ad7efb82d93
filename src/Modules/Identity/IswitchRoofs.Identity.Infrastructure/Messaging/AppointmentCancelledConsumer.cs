using IswitchRoofs.Identity.Application.Reactions;
using IswitchRoofs.Identity.Infrastructure.Persistence;
using IswitchRoofs.IntegrationEvents.Scheduling;
using IswitchRoofs.Shared.Infrastructure.Messaging.Inbox;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Identity.Infrastructure.Messaging;

internal sealed class AppointmentCancelledConsumer(IdentityDbContext db, NotifyOfCancellation reaction, ILogger<AppointmentCancelledConsumer> logger)
    : InboxConsumer<AppointmentCancelled, IdentityDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(AppointmentCancelled message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}
