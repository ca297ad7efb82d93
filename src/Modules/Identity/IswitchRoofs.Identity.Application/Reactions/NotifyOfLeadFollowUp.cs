using IswitchRoofs.Identity.Application.Notifications;
using IswitchRoofs.Identity.Domain.Teams;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.IntegrationEvents.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Reactions;

/// <summary>Whoever has the lead is reminded of what was planned; for a lead of nobody the managers are.</summary>
public sealed class NotifyOfLeadFollowUp(Notifier notifier, IReadRepository<User> users, IReadRepository<Team> teams) : IReaction
{
    public async Task<Result> HandleAsync(LeadFollowUpDue e, CancellationToken ct)
    {
        var people = await users.ActiveAsync([e.AssigneeId], ct);
        if (people.Count == 0) people = await users.ActiveAsync(await teams.ManagersOfAsync(e.TeamIds, ct), ct);
        if (people.Count == 0) people = await users.ManagersAsync(ct);
        var news = new News("follow_up_due", "lead", e.LeadId, e.OccurredAt, new Dictionary<string, string?>
        {
            ["subject"] = e.LeadName, ["when"] = Wording.On(e.DueOn),
        });
        await notifier.TellAsync(people, news, ct);
        return Result.Success();
    }
}
