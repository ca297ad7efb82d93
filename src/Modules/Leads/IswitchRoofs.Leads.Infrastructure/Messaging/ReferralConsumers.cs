using IswitchRoofs.IntegrationEvents.Leads;
using IswitchRoofs.IntegrationEvents.Projects;
using IswitchRoofs.Leads.Application.Reactions;
using IswitchRoofs.Leads.Infrastructure.Persistence;
using IswitchRoofs.Shared.Infrastructure.Messaging.Inbox;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Leads.Infrastructure.Messaging;

internal sealed class LeadStatusChangedConsumer(LeadsDbContext db, FollowReferredLead referrals, KeepPerformance performance, ILogger<LeadStatusChangedConsumer> logger)
    : InboxConsumer<LeadStatusChanged, LeadsDbContext>(db, logger)
{
    protected override async Task<Result> ReactAsync(LeadStatusChanged message, CancellationToken ct)
    {
        var followed = await referrals.HandleAsync(message, ct);
        return followed.IsFailure ? followed : await performance.HandleAsync(message, ct);
    }
}

internal sealed class LeadDeletedConsumer(LeadsDbContext db, FollowReferredLead reaction, ILogger<LeadDeletedConsumer> logger)
    : InboxConsumer<LeadDeleted, LeadsDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(LeadDeleted message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}

internal sealed class LeadRestoredConsumer(LeadsDbContext db, FollowReferredLead reaction, ILogger<LeadRestoredConsumer> logger)
    : InboxConsumer<LeadRestored, LeadsDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(LeadRestored message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}

internal sealed class ProjectUpdatedConsumer(LeadsDbContext db, FollowReferredLead reaction, ILogger<ProjectUpdatedConsumer> logger)
    : InboxConsumer<ProjectUpdated, LeadsDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(ProjectUpdated message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}

internal sealed class ProjectStatusChangedConsumer(LeadsDbContext db, FollowReferredLead reaction, ILogger<ProjectStatusChangedConsumer> logger)
    : InboxConsumer<ProjectStatusChanged, LeadsDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(ProjectStatusChanged message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}

internal sealed class ReferralReceivedConsumer(LeadsDbContext db, KeepPartnerTier reaction, ILogger<ReferralReceivedConsumer> logger)
    : InboxConsumer<ReferralReceived, LeadsDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(ReferralReceived message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}
