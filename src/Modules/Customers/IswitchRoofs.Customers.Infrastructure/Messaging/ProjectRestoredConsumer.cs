using IswitchRoofs.Customers.Application.Reactions;
using IswitchRoofs.Customers.Infrastructure.Persistence;
using IswitchRoofs.IntegrationEvents.Projects;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Customers.Infrastructure.Messaging;

internal sealed class ProjectRestoredConsumer(CustomersDbContext db, CountProjects reaction, ILogger<ProjectRestoredConsumer> logger)
    : CustomerFiguresConsumer<ProjectRestored>(db, logger)
{
    protected override Guid? CustomerOf(ProjectRestored message) => message.CustomerId;

    protected override Task<Result> CountAsync(ProjectRestored message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}
