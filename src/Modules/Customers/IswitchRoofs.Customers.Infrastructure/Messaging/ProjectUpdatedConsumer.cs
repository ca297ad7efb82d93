using IswitchRoofs.Customers.Application.Reactions;
using IswitchRoofs.Customers.Infrastructure.Persistence;
using IswitchRoofs.IntegrationEvents.Projects;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Customers.Infrastructure.Messaging;

internal sealed class ProjectUpdatedConsumer(CustomersDbContext db, CountProjects reaction, ILogger<ProjectUpdatedConsumer> logger)
    : CustomerFiguresConsumer<ProjectUpdated>(db, logger)
{
    protected override Guid? CustomerOf(ProjectUpdated message) => message.CustomerId;

    protected override Task<Result> CountAsync(ProjectUpdated message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}
