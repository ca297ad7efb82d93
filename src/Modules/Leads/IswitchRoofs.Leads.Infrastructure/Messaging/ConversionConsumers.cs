using IswitchRoofs.IntegrationEvents.Customers;
using IswitchRoofs.IntegrationEvents.Projects;
using IswitchRoofs.Leads.Application.Reactions;
using IswitchRoofs.Leads.Infrastructure.Persistence;
using IswitchRoofs.Shared.Infrastructure.Messaging.Inbox;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Leads.Infrastructure.Messaging;

internal sealed class LeadCustomerFoundConsumer(LeadsDbContext db, SettleConversion reaction, ILogger<LeadCustomerFoundConsumer> logger)
    : InboxConsumer<LeadCustomerFound, LeadsDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(LeadCustomerFound message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}

internal sealed class LeadCustomerRefusedConsumer(LeadsDbContext db, SettleConversion reaction, ILogger<LeadCustomerRefusedConsumer> logger)
    : InboxConsumer<LeadCustomerRefused, LeadsDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(LeadCustomerRefused message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}

internal sealed class ProjectCreatedConsumer(LeadsDbContext db, SettleConversion settle, FollowReferredLead follow, ILogger<ProjectCreatedConsumer> logger)
    : InboxConsumer<ProjectCreated, LeadsDbContext>(db, logger)
{
    protected override async Task<Result> ReactAsync(ProjectCreated message, CancellationToken ct)
    {
        var settled = await settle.HandleAsync(message, ct);
        return settled.IsFailure ? settled : await follow.HandleAsync(message, ct);
    }
}
