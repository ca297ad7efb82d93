using IswitchRoofs.Scheduling.Domain.Appointments;
using IswitchRoofs.Scheduling.Domain.Calendar;
using IswitchRoofs.Scheduling.Domain.Replicas;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Scheduling.Application.Appointments;

/// <summary>What the use cases on appointments have in common: who sees what, who is who, and what a clash answers.</summary>
public sealed class AppointmentDesk(
    IRepository<Appointment> appointments,
    IReadRepository<CrewMember> crew,
    IReadRepository<SubjectRef> subjects,
    IReadRepository<CompanyHours> companyHours,
    ICurrentUser user,
    BusinessCalendar calendar,
    ICompanyClock company,
    TimeProvider clock)
{
    internal const string NoOverlap = "ex_appointments_no_overlap";
    private const int DaysAround = 14;
    private const int SlotsOffered = 3;
    private static readonly TimeSpan ReplicaLag = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ReplicaPoll = TimeSpan.FromMilliseconds(50);

    internal async Task<Sight> SightAsync(CancellationToken ct)
    {
        if (user.Has(SchedulingPermissions.Read)) return Sight.Everything;
        if (user.Id is not { } person) return new Sight(false, null, []);
        var projects = await subjects.ListAsync(new ProjectsWorkedOnBy(person), ct);
        return new Sight(false, person, [.. projects.Select(p => p.Id)]);
    }

    /// <summary>Loads for change what the caller may see, at the version they know.</summary>
    internal async Task<Result<Appointment>> FindAsync(Guid id, uint? ifVersion, CancellationToken ct)
    {
        var appointment = await appointments.FirstOrDefaultAsync(new AppointmentSeenBy(AppointmentId.From(id), await SightAsync(ct), forChange: true), ct);
        if (appointment is null) return AppointmentErrors.NotFound;
        return ifVersion is { } version && version != appointment.Version ? Error.Stale(appointment.Version) : appointment;
    }

    /// <summary>Saves; when a parallel request took the time first, says by what and when the person is free.</summary>
    internal async Task<Result> SaveAsync(Appointment appointment, CancellationToken ct)
    {
        try
        {
            await appointments.SaveChangesAsync(ct);
            return Result.Success();
        }
        catch (ConstraintViolatedException e) when (e.Constraint == NoOverlap)
        {
            // What was refused must not be saved by whoever saves next on this store.
            if (appointment.Version == 0) appointments.Remove(appointment);
            var wanted = Wanted.Of(appointment);
            return await FindClashAsync(wanted, ct) ?? await DoubleBookedAsync(wanted, null, ct);
        }
    }

    /// <summary>The refusal, when the person is taken already.</summary>
    internal async Task<Error?> FindClashAsync(Wanted wanted, CancellationToken ct)
    {
        var busy = await appointments.ListAsync(new BusyTimes(wanted.Person, wanted.StartsAt, wanted.BusyUntil, wanted.Except), ct);
        return busy.Count == 0 ? null : await DoubleBookedAsync(wanted, busy[0], ct);
    }

    /// <summary>Saves what frees time and cannot clash.</summary>
    internal Task SaveTrashAsync(CancellationToken ct) => appointments.SaveChangesAsync(ct);

    internal async Task CheckPersonAsync(Validation validation, Guid person, CancellationToken ct)
    {
        var member = await EventuallyAsync(() => crew.FirstOrDefaultAsync(new CrewMemberWithId(person), ct), ct);
        if (member is null) validation.Add("assigned_to", "is nobody we know.");
        else if (!member.IsActive) validation.Add("assigned_to", $"{member.Name} is not active and cannot be booked.");
    }

    internal async Task CheckSubjectAsync(Validation validation, string field, SubjectKind kind, Guid? id, CancellationToken ct)
    {
        if (id is not { } subjectId) return;
        var subject = await EventuallyAsync(() => subjects.FirstOrDefaultAsync(new SubjectWithId(kind, subjectId), ct), ct);
        if (subject is null || subject.IsDeleted) validation.Add(field, $"there is no such {WireName.Of(kind)}.");
    }

    /// <summary>The company's hours as far as the person works then (A1, A4).</summary>
    internal async Task<BusinessCalendar> CalendarOfAsync(Guid person, CancellationToken ct)
    {
        // Read each time, so that a change holds on every host as soon as it has arrived.
        var open = await companyHours.FirstOrDefaultAsync(new TheCompanyHours(), ct) is { } told ? told.CalendarIn(company.Zone) : calendar;
        return await crew.FirstOrDefaultAsync(new CrewMemberWithId(person), ct) is { } member ? open.NarrowedBy(member.WorkingHours, member.TimeOff) : open;
    }

    internal async Task<IReadOnlyList<TimeSlot>> BusyAsync(Guid person, DateTimeOffset from, DateTimeOffset to, AppointmentId? except, CancellationToken ct) =>
        [.. (await appointments.ListAsync(new BusyTimes(person, from, to, except), ct)).Select(b => new TimeSlot(b.StartsAt, b.BusyUntil))];

    internal async Task<AppointmentDetails> DescribeAsync(Appointment appointment, CancellationToken ct)
    {
        Guid[] subjectIds = [.. new[] { appointment.CustomerId, appointment.LeadId, appointment.ProjectId }.OfType<Guid>()];
        var names = (await subjects.ListAsync(new SubjectsNamed(subjectIds), ct)).ToDictionary(s => s.Id, s => s.Name);
        var member = await crew.FirstOrDefaultAsync(new CrewMemberWithId(appointment.AssignedTo), ct);
        string? NameOf(Guid? id) => id is { } known ? names.GetValueOrDefault(known) : null;
        return new AppointmentDetails(
            appointment.Id.Value, WireName.Of(appointment.AppointmentType), appointment.Title, WireName.Of(appointment.Status),
            appointment.CustomerId, NameOf(appointment.CustomerId), appointment.LeadId, NameOf(appointment.LeadId),
            appointment.ProjectId, NameOf(appointment.ProjectId), appointment.AssignedTo, member?.Name,
            appointment.StartsAt, appointment.DurationMinutes, appointment.EndsAt, appointment.BufferMinutes,
            appointment.Location, appointment.IsVirtual, appointment.MeetingUrl, appointment.Notes, appointment.OutcomeNotes,
            appointment.Reminders, appointment.OutsideHours, appointment.ConfirmedAt, appointment.StartedAt, appointment.CompletedAt,
            appointment.CancelledAt, appointment.CancellationReason, appointment.CreatedBy, appointment.CreatedAt, appointment.UpdatedAt,
            appointment.Version);
    }

    private async Task<Error> DoubleBookedAsync(Wanted wanted, BusyTime? clash, CancellationToken ct)
    {
        var seen = clash is null
            ? null
            : await appointments.FirstOrDefaultAsync(new AppointmentSeenBy(AppointmentId.From(clash.Id), await SightAsync(ct)), ct);
        var around = TimeSpan.FromDays(DaysAround + 1);
        var busy = await BusyAsync(wanted.Person, wanted.StartsAt - around, wanted.StartsAt + around, wanted.Except, ct);
        var free = FreeSlots.Nearest(
            SlotsOffered, wanted.StartsAt, await CalendarOfAsync(wanted.Person, ct), busy, wanted.Duration, wanted.Buffer, DaysAround, clock.GetUtcNow());
        return AppointmentErrors.DoubleBooked(new Clash(clash?.Id, clash?.StartsAt, clash?.EndsAt, seen?.Title), free);
    }

    // Other modules' news arrive a moment after their commit: a record made a second ago counts as known.
    private async Task<T?> EventuallyAsync<T>(Func<Task<T?>> read, CancellationToken ct) where T : class
    {
        var started = clock.GetTimestamp();
        while (true)
        {
            if (await read() is { } found) return found;
            if (clock.GetElapsedTime(started) >= ReplicaLag) return null;
            await Task.Delay(ReplicaPoll, clock, ct);
        }
    }
}

/// <summary>A person's time that somebody asks for.</summary>
internal sealed record Wanted(Guid Person, DateTimeOffset StartsAt, TimeSpan Duration, TimeSpan Buffer, AppointmentId? Except)
{
    public DateTimeOffset BusyUntil => StartsAt + Duration + Buffer;

    public static Wanted Of(Appointment appointment) => new(
        appointment.AssignedTo, appointment.StartsAt, TimeSpan.FromMinutes(appointment.DurationMinutes),
        TimeSpan.FromMinutes(appointment.BufferMinutes), appointment.Id);
}
