using IswitchRoofs.Identity.Application.Reactions;
using IswitchRoofs.Identity.Infrastructure.Persistence;
using IswitchRoofs.IntegrationEvents.Leads;
using IswitchRoofs.Shared.Infrastructure.Messaging.Inbox;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Identity.Infrastructure.Messaging;

/// <summary>Both reactions in one transaction: leads come in bursts, and a transaction is what an event costs.</summary>
internal sealed class LeadAssignedConsumer(IdentityDbContext db, NotifyAssignee notify, KeepLeadWork keepWork, ILogger<LeadAssignedConsumer> logger)
    : InboxConsumer<LeadAssigned, IdentityDbContext>(db, logger)
{
    protected override async Task<Result> ReactAsync(LeadAssigned message, CancellationToken ct)
    {
        var notified = await notify.HandleAsync(message, ct);
        return notified.IsFailure ? notified : await keepWork.HandleAsync(message, ct);
    }
}
