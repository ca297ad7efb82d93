using IswitchRoofs.IntegrationEvents.Projects;
using IswitchRoofs.Scheduling.Application.Reactions;
using IswitchRoofs.Scheduling.Infrastructure.Persistence;
using IswitchRoofs.Shared.Infrastructure.Messaging.Inbox;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Scheduling.Infrastructure.Messaging;

internal sealed class ProjectCreatedConsumer(SchedulingDbContext db, SubjectReplica reaction, ILogger<ProjectCreatedConsumer> logger)
    : InboxConsumer<ProjectCreated, SchedulingDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(ProjectCreated message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}

internal sealed class ProjectUpdatedConsumer(SchedulingDbContext db, SubjectReplica reaction, ILogger<ProjectUpdatedConsumer> logger)
    : InboxConsumer<ProjectUpdated, SchedulingDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(ProjectUpdated message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}

internal sealed class ProjectDeletedConsumer(SchedulingDbContext db, SubjectReplica reaction, ILogger<ProjectDeletedConsumer> logger)
    : InboxConsumer<ProjectDeleted, SchedulingDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(ProjectDeleted message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}

internal sealed class ProjectRestoredConsumer(SchedulingDbContext db, SubjectReplica reaction, ILogger<ProjectRestoredConsumer> logger)
    : InboxConsumer<ProjectRestored, SchedulingDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(ProjectRestored message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}
