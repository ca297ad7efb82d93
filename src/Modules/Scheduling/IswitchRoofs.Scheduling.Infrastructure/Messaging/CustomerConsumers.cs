using IswitchRoofs.IntegrationEvents.Customers;
using IswitchRoofs.Scheduling.Application.Reactions;
using IswitchRoofs.Scheduling.Infrastructure.Persistence;
using IswitchRoofs.Shared.Infrastructure.Messaging.Inbox;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Scheduling.Infrastructure.Messaging;

internal sealed class CustomerCreatedConsumer(SchedulingDbContext db, SubjectReplica reaction, ILogger<CustomerCreatedConsumer> logger)
    : InboxConsumer<CustomerCreated, SchedulingDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(CustomerCreated message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}

internal sealed class CustomerUpdatedConsumer(SchedulingDbContext db, SubjectReplica reaction, ILogger<CustomerUpdatedConsumer> logger)
    : InboxConsumer<CustomerUpdated, SchedulingDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(CustomerUpdated message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}

internal sealed class CustomerDeletedConsumer(SchedulingDbContext db, AppointmentsOfCustomer reaction, ILogger<CustomerDeletedConsumer> logger)
    : InboxConsumer<CustomerDeleted, SchedulingDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(CustomerDeleted message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}

internal sealed class CustomerRestoredConsumer(SchedulingDbContext db, AppointmentsOfCustomer reaction, ILogger<CustomerRestoredConsumer> logger)
    : InboxConsumer<CustomerRestored, SchedulingDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(CustomerRestored message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}
