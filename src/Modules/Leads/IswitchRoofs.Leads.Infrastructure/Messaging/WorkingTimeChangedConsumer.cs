using IswitchRoofs.IntegrationEvents.Identity;
using IswitchRoofs.Leads.Application.Reactions;
using IswitchRoofs.Leads.Infrastructure.Persistence;
using IswitchRoofs.Shared.Infrastructure.Messaging.Inbox;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Leads.Infrastructure.Messaging;

internal sealed class WorkingTimeChangedConsumer(LeadsDbContext db, KeepAssignee reaction, ILogger<WorkingTimeChangedConsumer> logger)
    : InboxConsumer<WorkingTimeChanged, LeadsDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(WorkingTimeChanged message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}
