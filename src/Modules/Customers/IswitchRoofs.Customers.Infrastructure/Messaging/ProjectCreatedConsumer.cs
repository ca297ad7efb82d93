using IswitchRoofs.Customers.Application.Reactions;
using IswitchRoofs.Customers.Infrastructure.Persistence;
using IswitchRoofs.IntegrationEvents.Projects;
using IswitchRoofs.Shared.Infrastructure.Messaging.Inbox;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Customers.Infrastructure.Messaging;

internal sealed class ProjectCreatedConsumer(CustomersDbContext db, CountProjects reaction, ILogger<ProjectCreatedConsumer> logger)
    : InboxConsumer<ProjectCreated, CustomersDbContext>(db, logger)
{
    private readonly CustomersDbContext _db = db;

    protected override async Task<Result> ReactAsync(ProjectCreated message, CancellationToken ct)
    {
        await _db.OneAtATimeAsync(message.CustomerId, ct);
        return await reaction.HandleAsync(message, ct);
    }
}
