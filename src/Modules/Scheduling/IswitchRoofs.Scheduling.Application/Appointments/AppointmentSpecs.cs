using IswitchRoofs.Scheduling.Domain.Appointments;
using IswitchRoofs.Scheduling.Domain.Replicas;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Scheduling.Application.Appointments;

/// <summary>One appointment as this caller may see it.</summary>
internal sealed class AppointmentSeenBy : Specification<Appointment>
{
    public AppointmentSeenBy(AppointmentId id, Sight sight, bool forChange = false, bool withTrash = false)
    {
        Query.Where(a => a.Id == id);
        sight.ApplyTo(Query);
        if (forChange) Query.AsTracking();
        if (withTrash) Query.IncludingDeleted();
    }
}

/// <summary>What already takes a person's time between two instants (A3).</summary>
internal sealed class BusyTimes : Specification<Appointment, BusyTime>
{
    public BusyTimes(Guid person, DateTimeOffset from, DateTimeOffset to, AppointmentId? except = null)
    {
        Query
            .Where(a => a.AssignedTo == person && a.StartsAt < to && a.BusyUntil > from)
            .Where(a => a.Status == AppointmentStatus.Scheduled || a.Status == AppointmentStatus.Confirmed || a.Status == AppointmentStatus.InProgress)
            .OrderBy(a => a.StartsAt)
            .ThenBy(a => a.Id);
        if (except is { } own) Query.Where(a => a.Id != own);
        Select(a => new BusyTime(a.Id.Value, a.StartsAt, a.EndsAt, a.BusyUntil));
    }
}

internal sealed record BusyTime(Guid Id, DateTimeOffset StartsAt, DateTimeOffset EndsAt, DateTimeOffset BusyUntil);

internal sealed class AnyAppointment : Specification<Appointment>
{
    public AnyAppointment() => Query.IncludingDeleted();
}

internal sealed class CrewMemberWithId : Specification<CrewMember>
{
    public CrewMemberWithId(Guid id, bool forChange = false)
    {
        Query.Where(c => c.Id == id);
        if (forChange) Query.AsTracking();
    }
}

internal sealed class CrewMembersNamed : Specification<CrewMember>
{
    public CrewMembersNamed(IReadOnlyCollection<Guid> ids) => Query.Where(c => ids.Contains(c.Id));
}

internal sealed class BookableCrew : Specification<CrewMember>
{
    public BookableCrew() => Query.Where(c => c.IsActive).OrderBy(c => c.Name).ThenBy(c => c.Id);
}

internal sealed class CrewOfTeam : Specification<CrewMember>
{
    public CrewOfTeam(Guid teamId) => Query.Where(c => c.TeamIds.Contains(teamId));
}

internal sealed class SubjectWithId : Specification<SubjectRef>
{
    public SubjectWithId(SubjectKind kind, Guid id, bool forChange = false)
    {
        Query.Where(s => s.Kind == kind && s.Id == id);
        if (forChange) Query.AsTracking();
    }
}

internal sealed class SubjectsNamed : Specification<SubjectRef>
{
    public SubjectsNamed(IReadOnlyCollection<Guid> ids) => Query.Where(s => ids.Contains(s.Id));
}

internal sealed class SubjectsOfKind : Specification<SubjectRef>
{
    public SubjectsOfKind(SubjectKind kind, int atMost) =>
        Query.Where(s => s.Kind == kind && !s.IsDeleted).OrderByDescending(s => s.LastEventAt).ThenBy(s => s.Id).Take(atMost);
}

internal sealed class SubjectOfKind : Specification<SubjectRef>
{
    public SubjectOfKind(SubjectKind kind, Guid id) => Query.Where(s => s.Kind == kind && s.Id == id && !s.IsDeleted);
}

internal sealed class ProjectsWorkedOnBy : Specification<SubjectRef>
{
    public ProjectsWorkedOnBy(Guid person) => Query.Where(s => s.Kind == SubjectKind.Project && s.Team.Contains(person));
}

internal sealed class TheCompanyHours : Specification<CompanyHours>
{
    public TheCompanyHours() => Query.Where(h => h.Id == CompanyHours.Only).AsTracking();
}
