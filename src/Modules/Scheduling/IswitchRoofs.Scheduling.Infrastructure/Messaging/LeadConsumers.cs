using IswitchRoofs.IntegrationEvents.Leads;
using IswitchRoofs.Scheduling.Application.Reactions;
using IswitchRoofs.Scheduling.Infrastructure.Persistence;
using IswitchRoofs.Shared.Infrastructure.Messaging.Inbox;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Scheduling.Infrastructure.Messaging;

internal sealed class LeadCreatedConsumer(SchedulingDbContext db, SubjectReplica reaction, ILogger<LeadCreatedConsumer> logger)
    : InboxConsumer<LeadCreated, SchedulingDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(LeadCreated message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}

internal sealed class LeadUpdatedConsumer(SchedulingDbContext db, SubjectReplica reaction, ILogger<LeadUpdatedConsumer> logger)
    : InboxConsumer<LeadUpdated, SchedulingDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(LeadUpdated message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}

internal sealed class LeadDeletedConsumer(SchedulingDbContext db, SubjectReplica reaction, ILogger<LeadDeletedConsumer> logger)
    : InboxConsumer<LeadDeleted, SchedulingDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(LeadDeleted message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}

internal sealed class LeadRestoredConsumer(SchedulingDbContext db, SubjectReplica reaction, ILogger<LeadRestoredConsumer> logger)
    : InboxConsumer<LeadRestored, SchedulingDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(LeadRestored message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}
