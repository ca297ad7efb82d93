using IswitchRoofs.Identity.Application.Notifications;
using IswitchRoofs.Identity.Domain.Teams;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.IntegrationEvents.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Reactions;

/// <summary>The assignee hears of every assignment, also of one's own making: the clock runs.</summary>
public sealed class NotifyAssignee(Notifier notifier, IReadRepository<User> users) : IReaction
{
    public async Task<Result> HandleAsync(LeadAssigned e, CancellationToken ct)
    {
        var news = new News(e.Temperature == "hot" ? "lead_hot" : "lead_assigned", "lead", e.LeadId, e.OccurredAt, new Dictionary<string, string?>
        {
            ["lead"] = e.LeadName, ["whose"] = " for you", ["score"] = Wording.Of(e.Score), ["source"] = Wording.Of(e.Source),
        });
        await notifier.TellAsync(await users.ActiveAsync([e.AssigneeId], ct), news, ct);
        return Result.Success();
    }
}

/// <summary>The managers of the assignee's teams see hot leads come in.</summary>
public sealed class NotifyManagersOfHotLead(Notifier notifier, IReadRepository<User> users, IReadRepository<Team> teams) : IReaction
{
    public async Task<Result> HandleAsync(LeadCreated e, CancellationToken ct)
    {
        if (e.Temperature != "hot") return Result.Success();
        var managers = await teams.ManagersOfAsync(e.TeamIds, ct);
        var news = new News("lead_hot", "lead", e.LeadId, e.OccurredAt, new Dictionary<string, string?>
        {
            ["lead"] = e.LeadName, ["score"] = Wording.Of(e.Score), ["source"] = Wording.Of(e.Source),
        });
        await notifier.TellAsync(await users.ActiveAsync(managers.Where(m => m != e.AssigneeId), ct), news, ct);
        return Result.Success();
    }
}

/// <summary>Nobody took the lead: the managers must (L4).</summary>
public sealed class NotifyManagersOfUnassignedLead(Notifier notifier, IReadRepository<User> users) : IReaction
{
    public async Task<Result> HandleAsync(LeadLeftUnassigned e, CancellationToken ct)
    {
        var news = new News("alert", "lead", e.LeadId, e.OccurredAt, new Dictionary<string, string?>
        {
            ["title"] = $"Nobody is free for {e.LeadName}", ["detail"] = $"The lead ({e.Temperature}, score {e.Score}) has no assignee.",
        });
        await notifier.TellAsync(await users.ManagersAsync(ct), news, ct);
        return Result.Success();
    }
}

/// <summary>Who had the lead, and the managers of its teams, hear that it was won; whoever won it knows.</summary>
public sealed class NotifyOfWonLead(Notifier notifier, IReadRepository<User> users, IReadRepository<Team> teams) : IReaction
{
    public async Task<Result> HandleAsync(LeadConverted e, CancellationToken ct)
    {
        var managers = await teams.ManagersOfAsync(e.TeamIds, ct);
        var news = new News("lead_converted", "lead", e.LeadId, e.OccurredAt, new Dictionary<string, string?>
        {
            ["lead"] = e.LeadName, ["detail"] = $"Won by {e.ConvertedByName}.",
        });
        await notifier.TellAsync(await users.ActiveAsync(managers.Append(e.AssigneeId).Where(p => p != e.ConvertedBy), ct), news, ct);
        return Result.Success();
    }
}
