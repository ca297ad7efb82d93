using IswitchRoofs.Customers.Application.Reactions;
using IswitchRoofs.Customers.Infrastructure.Persistence;
using IswitchRoofs.IntegrationEvents.Projects;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Customers.Infrastructure.Messaging;

internal sealed class ProjectDeletedConsumer(CustomersDbContext db, CountProjects reaction, ILogger<ProjectDeletedConsumer> logger)
    : CustomerFiguresConsumer<ProjectDeleted>(db, logger)
{
    protected override Guid? CustomerOf(ProjectDeleted message) => message.CustomerId;

    protected override Task<Result> CountAsync(ProjectDeleted message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}
