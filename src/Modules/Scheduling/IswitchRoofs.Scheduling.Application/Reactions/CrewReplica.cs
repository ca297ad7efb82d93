using IswitchRoofs.IntegrationEvents.Identity;
using IswitchRoofs.Scheduling.Application.Appointments;
using IswitchRoofs.Scheduling.Domain.Replicas;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Scheduling.Application.Reactions;

/// <summary>Keeps what this module knows of users.</summary>
public sealed class CrewReplica(IRepository<CrewMember> crew) : IReaction
{
    public async Task<Result> HandleAsync(UserChanged e, CancellationToken ct)
    {
        var member = await crew.FirstOrDefaultAsync(new CrewMemberWithId(e.UserId, forChange: true), ct);
        if (member is null) crew.Add(member = CrewMember.Of(e.UserId));
        member.Learn(e.Name, e.Role, e.IsActive, e.TeamIds, e.OccurredAt);
        return Result.Success();
    }

    public async Task<Result> HandleAsync(WorkingTimeChanged e, CancellationToken ct)
    {
        var member = await crew.FirstOrDefaultAsync(new CrewMemberWithId(e.UserId, forChange: true), ct);
        if (member is null) crew.Add(member = CrewMember.Of(e.UserId));
        member.Work(e.WorkingHours, e.TimeOff, e.OccurredAt);
        return Result.Success();
    }
}
