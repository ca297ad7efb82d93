using IswitchRoofs.IntegrationEvents.Customers;
using IswitchRoofs.Projects.Application.Reactions;
using IswitchRoofs.Projects.Infrastructure.Persistence;
using IswitchRoofs.Shared.Infrastructure.Messaging.Inbox;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Projects.Infrastructure.Messaging;

internal sealed class CustomerUpdatedConsumer(ProjectsDbContext db, FollowCustomers reaction, ILogger<CustomerUpdatedConsumer> logger)
    : InboxConsumer<CustomerUpdated, ProjectsDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(CustomerUpdated message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}
