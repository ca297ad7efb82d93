using IswitchRoofs.Identity.Application.Notifications;
using IswitchRoofs.Identity.Domain.Notifications;
using IswitchRoofs.Identity.Domain.Teams;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.IntegrationEvents.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Reactions;

/// <summary>Nobody answered a lead yet: each step reaches further up, the more urgent the hotter the lead (R3).</summary>
public sealed class NotifyOfWaitingLead(Notifier notifier, IReadRepository<User> users, IReadRepository<Team> teams, ICompanyClock company) : IReaction
{
    public async Task<Result> HandleAsync(LeadEscalated e, CancellationToken ct)
    {
        var news = new News(e.Step == "remind" ? "lead_response_due" : "lead_response_missed", "lead", e.LeadId, e.OccurredAt, new Dictionary<string, string?>
        {
            ["lead"] = e.LeadName, ["when"] = Wording.At(e.TargetAt, company.Zone),
        })
        {
            Priority = WireName.Of(e.Temperature switch
            {
                "hot" => NotificationPriority.Urgent,
                "warm" => NotificationPriority.High,
                "cool" => NotificationPriority.Normal,
                _ => NotificationPriority.Low,
            }),
        };
        await notifier.TellAsync(await PeopleAsync(e, ct), news, ct);
        return Result.Success();
    }

    private async Task<IReadOnlyList<Guid>> PeopleAsync(LeadEscalated e, CancellationToken ct)
    {
        switch (e.Step)
        {
            case "remind":
                return await users.ActiveAsync([e.AssigneeId], ct);
            case "missed":
                // A lead of nobody, or of a team without a manager, must not end in silence.
                var managers = await users.ActiveAsync(await teams.ManagersOfAsync(e.TeamIds, ct), ct);
                return [.. await users.ActiveAsync([e.AssigneeId], ct), .. managers.Count > 0 ? managers : await users.ManagersAsync(ct)];
            case "managers":
                return await users.ManagersAsync(ct);
            default:
                return await users.AdminsAsync(ct);
        }
    }
}
