using IswitchRoofs.Identity.Application.Reactions;
using IswitchRoofs.Identity.Infrastructure.Persistence;
using IswitchRoofs.IntegrationEvents.Projects;
using IswitchRoofs.Shared.Infrastructure.Messaging.Inbox;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Identity.Infrastructure.Messaging;

internal sealed class ProjectCreatedConsumer(IdentityDbContext db, NotifyOfNewProject reaction, ILogger<ProjectCreatedConsumer> logger)
    : InboxConsumer<ProjectCreated, IdentityDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(ProjectCreated message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}
