namespace IswitchRoofs.Scheduling.Domain.Appointments;

/// <summary>What somebody asks for: checked for shape, not yet against the calendar.</summary>
public sealed record Booking(
    AppointmentType Type,
    string Title,
    Guid? CustomerId,
    Guid? LeadId,
    Guid? ProjectId,
    Guid AssignedTo,
    DateTimeOffset StartsAt,
    int DurationMinutes,
    int BufferMinutes)
{
    public string? Location { get; init; }

    public bool IsVirtual { get; init; }

    public string? MeetingUrl { get; init; }

    public string? Notes { get; init; }

    /// <summary>Minutes before the start.</summary>
    public IReadOnlyList<int> Reminders { get; init; } = [1440, 120];

    /// <summary>A manager says that business hours do not matter this time.</summary>
    public bool MayLieOutsideHours { get; init; }

    public Guid? BookedBy { get; init; }
}
