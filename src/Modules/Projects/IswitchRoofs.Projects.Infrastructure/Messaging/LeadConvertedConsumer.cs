using IswitchRoofs.IntegrationEvents.Leads;
using IswitchRoofs.Projects.Application.Reactions;
using IswitchRoofs.Projects.Infrastructure.Persistence;
using IswitchRoofs.Shared.Infrastructure.Messaging.Inbox;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Projects.Infrastructure.Messaging;

internal sealed class LeadConvertedConsumer(ProjectsDbContext db, OpenProjectOfLead reaction, ILogger<LeadConvertedConsumer> logger)
    : InboxConsumer<LeadConverted, ProjectsDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(LeadConverted message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}
