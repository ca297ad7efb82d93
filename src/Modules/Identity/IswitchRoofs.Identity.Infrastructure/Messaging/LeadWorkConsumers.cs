using IswitchRoofs.Identity.Application.Reactions;
using IswitchRoofs.Identity.Infrastructure.Persistence;
using IswitchRoofs.IntegrationEvents.Leads;
using IswitchRoofs.Shared.Infrastructure.Messaging.Inbox;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Identity.Infrastructure.Messaging;

internal sealed class LeadUpdatedWorkConsumer(IdentityDbContext db, KeepLeadWork reaction, ILogger<LeadUpdatedWorkConsumer> logger)
    : InboxConsumer<LeadUpdated, IdentityDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(LeadUpdated message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}

internal sealed class LeadStatusChangedWorkConsumer(IdentityDbContext db, KeepLeadWork reaction, ILogger<LeadStatusChangedWorkConsumer> logger)
    : InboxConsumer<LeadStatusChanged, IdentityDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(LeadStatusChanged message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}

internal sealed class LeadDeletedWorkConsumer(IdentityDbContext db, KeepLeadWork reaction, ILogger<LeadDeletedWorkConsumer> logger)
    : InboxConsumer<LeadDeleted, IdentityDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(LeadDeleted message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}

internal sealed class LeadRestoredWorkConsumer(IdentityDbContext db, KeepLeadWork reaction, ILogger<LeadRestoredWorkConsumer> logger)
    : InboxConsumer<LeadRestored, IdentityDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(LeadRestored message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}
