using IswitchRoofs.Identity.Application.Reactions;
using IswitchRoofs.Identity.Infrastructure.Persistence;
using IswitchRoofs.IntegrationEvents.Scheduling;
using IswitchRoofs.Shared.Infrastructure.Messaging.Inbox;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Identity.Infrastructure.Messaging;

internal sealed class AppointmentScheduledConsumer(IdentityDbContext db, NotifyOfBooking reaction, ILogger<AppointmentScheduledConsumer> logger)
    : InboxConsumer<AppointmentScheduled, IdentityDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(AppointmentScheduled message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}
