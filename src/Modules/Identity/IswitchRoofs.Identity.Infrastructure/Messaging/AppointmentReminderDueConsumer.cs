using IswitchRoofs.Identity.Application.Reactions;
using IswitchRoofs.Identity.Infrastructure.Persistence;
using IswitchRoofs.IntegrationEvents.Scheduling;
using IswitchRoofs.Shared.Infrastructure.Messaging.Inbox;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Identity.Infrastructure.Messaging;

internal sealed class AppointmentReminderDueConsumer(IdentityDbContext db, NotifyOfReminder reaction, ILogger<AppointmentReminderDueConsumer> logger)
    : InboxConsumer<AppointmentReminderDue, IdentityDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(AppointmentReminderDue message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}
