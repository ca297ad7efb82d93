using IswitchRoofs.Customers.Application.Reactions;
using IswitchRoofs.Customers.Infrastructure.Persistence;
using IswitchRoofs.IntegrationEvents.Projects;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Customers.Infrastructure.Messaging;

internal sealed class ProjectStatusChangedConsumer(CustomersDbContext db, CountProjects reaction, ILogger<ProjectStatusChangedConsumer> logger)
    : CustomerFiguresConsumer<ProjectStatusChanged>(db, logger)
{
    protected override Guid? CustomerOf(ProjectStatusChanged message) => message.CustomerId;

    protected override Task<Result> CountAsync(ProjectStatusChanged message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}
