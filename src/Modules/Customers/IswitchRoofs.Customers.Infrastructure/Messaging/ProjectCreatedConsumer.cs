using IswitchRoofs.Customers.Application.Reactions;
using IswitchRoofs.Customers.Infrastructure.Persistence;
using IswitchRoofs.IntegrationEvents.Projects;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Customers.Infrastructure.Messaging;

internal sealed class ProjectCreatedConsumer(CustomersDbContext db, CountProjects reaction, ILogger<ProjectCreatedConsumer> logger)
    : CustomerFiguresConsumer<ProjectCreated>(db, logger)
{
    protected override Guid? CustomerOf(ProjectCreated message) => message.CustomerId;

    protected override Task<Result> CountAsync(ProjectCreated message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}
