using IswitchRoofs.Identity.Domain.Absences;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Identity.Domain.Work;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Identity.Application.Teams;

/// <summary>How much each member has on hand, from what the other modules told.</summary>
public sealed record GetTeamWorkload(Guid Id);

public sealed record TeamWorkload(Guid TeamId, DateOnly WeekStartsOn, IReadOnlyList<MemberWorkload> Members);

/// <param name="AppointmentsThisWeek">Open and done ones from Monday to Sunday in company time.</param>
public sealed record MemberWorkload(Guid UserId, string Name, string Availability, bool IsOffToday, int OpenLeads, int AppointmentsThisWeek);

public sealed class GetTeamWorkloadHandler(
    GetTeamHandler teams, IReadRepository<User> users, IReadRepository<WorkItem> work, IReadRepository<TimeOff> absences, ICompanyClock company) : IUseCase
{
    public async Task<Result<TeamWorkload>> HandleAsync(GetTeamWorkload request, CancellationToken ct)
    {
        var team = await teams.HandleAsync(new GetTeam(request.Id), ct);
        if (team.IsFailure) return team.Error;

        var today = company.Today;
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var members = team.Value.MemberIds.ToArray();
        var ids = members.Select(UserId.From).ToArray();
        var people = await users.ListAsync(new Members(ids), ct);
        var load = await work.ListAsync(new WorkOf(members, company.StartOf(monday), company.StartOf(monday.AddDays(7))), ct);
        var off = (await absences.ListAsync(new TimeOffOf(ids, today), ct)).Where(t => t.Covers(today)).Select(t => t.UserId).ToHashSet();
        return new TeamWorkload(request.Id, monday, [.. people.Select(p => new MemberWorkload(
            p.Id.Value, p.Name, WireName.Of(p.Availability), off.Contains(p.Id),
            load.Count(w => w.UserId == p.Id.Value && w.Kind == WorkKind.Lead), load.Count(w => w.UserId == p.Id.Value && w.Kind == WorkKind.Appointment)))]);
    }

    private sealed class Members : Specification<User>
    {
        public Members(UserId[] ids) => Query.Where(u => ids.Contains(u.Id)).OrderBy(u => u.Name).ThenBy(u => u.Id);
    }

    private sealed record Load(Guid? UserId, WorkKind Kind);

    private sealed class WorkOf : Specification<WorkItem, Load>
    {
        public WorkOf(Guid[] users, DateTimeOffset from, DateTimeOffset to)
        {
            Query.Where(w => w.UserId != null && users.Contains(w.UserId.Value) && w.IsOpen && !w.IsDeleted
                && (w.Kind == WorkKind.Lead || (w.StartsAt >= from && w.StartsAt < to)));
            Select(w => new Load(w.UserId, w.Kind));
        }
    }
}
