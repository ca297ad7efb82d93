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

internal sealed class WorkingTimeChangedConsumer(SchedulingDbContext db, CrewReplica reaction, ILogger<WorkingTimeChangedConsumer> logger)
    : InboxConsumer<WorkingTimeChanged, SchedulingDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(WorkingTimeChanged message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}

internal sealed class BusinessHoursChangedConsumer(SchedulingDbContext db, CompanyHoursReplica reaction, ILogger<BusinessHoursChangedConsumer> logger)
    : InboxConsumer<BusinessHoursChanged, SchedulingDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(BusinessHoursChanged message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}
