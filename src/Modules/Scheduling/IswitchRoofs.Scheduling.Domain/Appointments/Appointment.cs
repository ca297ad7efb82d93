using IswitchRoofs.Scheduling.Domain.Calendar;
using IswitchRoofs.SharedKernel.Domain;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Scheduling.Domain.Appointments;

/// <summary>One person of ours, at one time, with a customer, a lead or on a project.</summary>
public sealed class Appointment : AggregateRoot, ISoftDeletable
{
    private Appointment()
    {
    }

    public AppointmentId Id { get; private set; }

    public AppointmentType AppointmentType { get; private set; }

    public string Title { get; private set; } = "";

    public AppointmentStatus Status { get; private set; }

    public Guid? CustomerId { get; private set; }

    public Guid? LeadId { get; private set; }

    public Guid? ProjectId { get; private set; }

    public Guid AssignedTo { get; private set; }

    public DateTimeOffset StartsAt { get; private set; }

    public int DurationMinutes { get; private set; }

    public DateTimeOffset EndsAt { get; private set; }

    public int BufferMinutes { get; private set; }

    /// <summary>End and buffer: until then the person cannot be elsewhere.</summary>
    public DateTimeOffset BusyUntil { get; private set; }

    public string? Location { get; private set; }

    public bool IsVirtual { get; private set; }

    public string? MeetingUrl { get; private set; }

    public string? Notes { get; private set; }

    public string? OutcomeNotes { get; private set; }

    public IReadOnlyList<int> Reminders { get; private set; } = [];

    /// <summary>When the next reminder is due; null when none is left.</summary>
    public DateTimeOffset? NextReminderAt { get; private set; }

    public bool OutsideHours { get; private set; }

    public DateTimeOffset? ConfirmedAt { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? CompletedAt { get; private set; }

    public DateTimeOffset? CancelledAt { get; private set; }

    public string? CancellationReason { get; private set; }

    public Guid? CreatedBy { get; private set; }

    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>It went to the trash because its customer did, so it comes back with the customer (C9).</summary>
    public bool DeletedWithCustomer { get; private set; }

    /// <summary>It holds its person's time: two of these never overlap (A3).</summary>
    public bool IsOpen => Status is AppointmentStatus.Scheduled or AppointmentStatus.Confirmed or AppointmentStatus.InProgress;

    public static Result<Appointment> Book(Booking booking, BusinessCalendar calendar, DateTimeOffset now)
    {
        var appointment = new Appointment
        {
            Id = AppointmentId.New(now),
            AppointmentType = booking.Type,
            Title = booking.Title,
            Status = AppointmentStatus.Scheduled,
            CustomerId = booking.CustomerId,
            LeadId = booking.LeadId,
            ProjectId = booking.ProjectId,
            Location = booking.Location,
            IsVirtual = booking.IsVirtual,
            MeetingUrl = booking.MeetingUrl,
            Notes = booking.Notes,
            Reminders = booking.Reminders,
            CreatedBy = booking.BookedBy,
        };
        var placed = appointment.Place(
            booking.AssignedTo, booking.StartsAt, booking.DurationMinutes, booking.BufferMinutes, booking.MayLieOutsideHours, calendar, now);
        if (placed.IsFailure) return placed.Error;
        appointment.Raise(new AppointmentBooked(appointment, now));
        return appointment;
    }

    /// <summary>Another time, length or person; the status stays (A5).</summary>
    public Result Move(
        DateTimeOffset startsAt, int durationMinutes, Guid assignedTo, bool mayLieOutsideHours, BusinessCalendar calendar, DateTimeOffset now)
    {
        if (Status is not (AppointmentStatus.Scheduled or AppointmentStatus.Confirmed)) return AppointmentErrors.Closed(Status);
        var placed = Place(assignedTo, startsAt, durationMinutes, BufferMinutes, mayLieOutsideHours, calendar, now);
        if (placed.IsFailure) return placed;
        Raise(new AppointmentChanged(this, now));
        return Result.Success();
    }

    public Result Describe(string title, string? location, bool isVirtual, string? meetingUrl, string? notes, DateTimeOffset now)
    {
        if (Status is AppointmentStatus.Cancelled) return AppointmentErrors.Closed(Status);
        (Title, Location, IsVirtual, MeetingUrl, Notes) = (title, location, isVirtual, meetingUrl, notes);
        Raise(new AppointmentChanged(this, now));
        return Result.Success();
    }

    public Result Confirm(DateTimeOffset now)
    {
        if (Status is not AppointmentStatus.Scheduled) return AppointmentErrors.WrongState(Status, AppointmentStatus.Confirmed);
        ConfirmedAt = now;
        return Become(AppointmentStatus.Confirmed, now);
    }

    public Result Start(DateTimeOffset now)
    {
        if (Status is not (AppointmentStatus.Scheduled or AppointmentStatus.Confirmed))
            return AppointmentErrors.WrongState(Status, AppointmentStatus.InProgress);
        StartedAt = now;
        return Become(AppointmentStatus.InProgress, now);
    }

    public Result Complete(string? outcomeNotes, DateTimeOffset now)
    {
        if (!IsOpen) return AppointmentErrors.WrongState(Status, AppointmentStatus.Completed);
        CompletedAt = now;
        OutcomeNotes = outcomeNotes ?? OutcomeNotes;
        return Become(AppointmentStatus.Completed, now);
    }

    /// <summary>The customer was not there (A6).</summary>
    public Result Miss(DateTimeOffset now)
    {
        if (!IsOpen) return AppointmentErrors.WrongState(Status, AppointmentStatus.NoShow);
        if (now < StartsAt) return AppointmentErrors.NotStartedYet;
        return Become(AppointmentStatus.NoShow, now);
    }

    public Result Cancel(string? reason, Guid? cancelledBy, DateTimeOffset now)
    {
        if (!IsOpen) return AppointmentErrors.WrongState(Status, AppointmentStatus.Cancelled);
        if (string.IsNullOrWhiteSpace(reason)) return AppointmentErrors.ReasonRequired;
        Status = AppointmentStatus.Cancelled;
        CancelledAt = now;
        CancellationReason = reason.Trim();
        NextReminderAt = null;
        Raise(new AppointmentCancelled(this, CancellationReason, cancelledBy, now));
        return Result.Success();
    }

    /// <summary>Reminds once, however many reminders became due since the last look (A7).</summary>
    /// <returns>False when there is nothing to remind of any more.</returns>
    public bool Remind(DateTimeOffset now)
    {
        if (NextReminderAt is not { } due || due > now) return false;
        PlanReminder(now);
        if (!AwaitsStart || StartsAt <= now) return false;
        Raise(new AppointmentReminded(this, now));
        return true;
    }

    public void Delete(DateTimeOffset now, bool withCustomer = false)
    {
        if (DeletedAt is not null) return;
        DeletedAt = now;
        DeletedWithCustomer = withCustomer;
        Raise(new AppointmentTrashed(Id, now));
    }

    public void Restore(DateTimeOffset now)
    {
        if (DeletedAt is null) return;
        DeletedAt = null;
        DeletedWithCustomer = false;
        PlanReminder(now);
        Raise(new AppointmentRestored(this, now));
    }

    private Result Place(
        Guid assignedTo, DateTimeOffset startsAt, int durationMinutes, int bufferMinutes, bool mayLieOutsideHours, BusinessCalendar calendar, DateTimeOffset now)
    {
        if (startsAt <= now) return AppointmentErrors.InThePast;
        var endsAt = startsAt.AddMinutes(durationMinutes);
        var outside = !calendar.Contains(startsAt, endsAt);
        if (outside && !mayLieOutsideHours && AppointmentType is not AppointmentType.Emergency)
            return AppointmentErrors.OutsideBusinessHours(calendar.Describe(startsAt));

        AssignedTo = assignedTo;
        StartsAt = startsAt.ToUniversalTime();
        DurationMinutes = durationMinutes;
        EndsAt = endsAt.ToUniversalTime();
        BufferMinutes = bufferMinutes;
        BusyUntil = EndsAt.AddMinutes(bufferMinutes);
        OutsideHours = outside;
        PlanReminder(now);
        return Result.Success();
    }

    private bool AwaitsStart => Status is AppointmentStatus.Scheduled or AppointmentStatus.Confirmed;

    // What lay in the past when it was booked or moved was never promised.
    private void PlanReminder(DateTimeOffset now) => NextReminderAt = AwaitsStart
        ? Reminders.Select(minutes => (DateTimeOffset?)StartsAt.AddMinutes(-minutes)).Where(due => due > now).Min()
        : null;

    private Result Become(AppointmentStatus status, DateTimeOffset now)
    {
        Status = status;
        if (!AwaitsStart) NextReminderAt = null;
        Raise(new AppointmentChanged(this, now));
        return Result.Success();
    }
}
