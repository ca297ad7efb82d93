using IswitchRoofs.IntegrationEvents.Identity;
using IswitchRoofs.Leads.Domain.Assignment;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Reactions;

/// <summary>Keeps the replica of the people who can take leads.</summary>
public sealed class KeepAssignee(IRepository<Assignee> people) : IReaction
{
    public async Task<Result> HandleAsync(UserChanged user, CancellationToken ct)
    {
        var assignee = await people.FindAsync(new AssigneeId(user.UserId), ct);
        if (assignee is null) people.Add(assignee = Assignee.Of(user.UserId));
        assignee.Update(user.Name, user.Role, user.IsActive, user.Availability, user.TeamIds, user.Territories, user.Skills, user.OccurredAt);
        return Result.Success();
    }

    public async Task<Result> HandleAsync(WorkingTimeChanged e, CancellationToken ct)
    {
        var assignee = await people.FindAsync(new AssigneeId(e.UserId), ct);
        if (assignee is null) people.Add(assignee = Assignee.Of(e.UserId));
        assignee.TakeTimeOff(e.TimeOff, e.OccurredAt);
        return Result.Success();
    }
}
