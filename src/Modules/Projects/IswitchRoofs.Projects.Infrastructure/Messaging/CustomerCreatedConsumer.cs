using IswitchRoofs.IntegrationEvents.Customers;
using IswitchRoofs.Projects.Application.Reactions;
using IswitchRoofs.Projects.Infrastructure.Persistence;
using IswitchRoofs.Shared.Infrastructure.Messaging.Inbox;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Projects.Infrastructure.Messaging;

internal sealed class CustomerCreatedConsumer(ProjectsDbContext db, FollowCustomers reaction, ILogger<CustomerCreatedConsumer> logger)
    : InboxConsumer<CustomerCreated, ProjectsDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(CustomerCreated message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}
