using IswitchRoofs.Identity.Application.Reactions;
using IswitchRoofs.Identity.Infrastructure.Persistence;
using IswitchRoofs.IntegrationEvents.Projects;
using IswitchRoofs.Shared.Infrastructure.Messaging.Inbox;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Identity.Infrastructure.Messaging;

internal sealed class ProjectStatusChangedConsumer(IdentityDbContext db, NotifyOfProjectStatus reaction, ILogger<ProjectStatusChangedConsumer> logger)
    : InboxConsumer<ProjectStatusChanged, IdentityDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(ProjectStatusChanged message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}
