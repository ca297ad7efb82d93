using IswitchRoofs.IntegrationEvents.Identity;
using IswitchRoofs.Leads.Application.Reactions;
using IswitchRoofs.Leads.Infrastructure.Persistence;
using IswitchRoofs.Shared.Infrastructure.Messaging.Inbox;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Leads.Infrastructure.Messaging;

internal sealed class BusinessHoursChangedConsumer(LeadsDbContext db, KeepCompanyHours reaction, ILogger<BusinessHoursChangedConsumer> logger)
    : InboxConsumer<BusinessHoursChanged, LeadsDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(BusinessHoursChanged message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}
