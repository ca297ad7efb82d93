using IswitchRoofs.Identity.Application.Notifications;
using IswitchRoofs.Identity.Domain.Teams;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.IntegrationEvents.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Reactions;

/// <summary>Who gets the lead, and the managers of its teams, hear which partner sent it; of a lead of nobody all managers hear.</summary>
public sealed class NotifyOfReferral(Notifier notifier, IReadRepository<User> users, IReadRepository<Team> teams) : IReaction
{
    public async Task<Result> HandleAsync(ReferralReceived e, CancellationToken ct)
    {
        var people = await users.ActiveAsync([e.AssigneeId, .. await teams.ManagersOfAsync(e.TeamIds, ct)], ct);
        var news = new News("referral_received", "lead", e.LeadId, e.OccurredAt, new Dictionary<string, string?>
        {
            ["partner"] = e.PartnerName, ["lead"] = e.LeadName, ["detail"] = "The partner earns a commission when the project is done.",
        });
        await notifier.TellAsync(people.Count > 0 ? people : await users.ManagersAsync(ct), news, ct);
        return Result.Success();
    }
}
