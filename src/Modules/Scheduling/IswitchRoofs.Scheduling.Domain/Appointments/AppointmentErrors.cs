using IswitchRoofs.Scheduling.Domain.Calendar;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Scheduling.Domain.Appointments;

public static class AppointmentErrors
{
    public static Error NotFound { get; } = Error.NotFound("appointments.not_found", "There is no such appointment.");

    public static Error InThePast { get; } =
        Error.Invalid("appointments.in_the_past", "starts_at", "An appointment starts in the future.");

    public static Error OutsideBusinessHours(string hours) =>
        Error.Invalid("appointments.outside_business_hours", "starts_at", $"The appointment lies outside business hours ({hours}).");

    public static Error OutsideHoursForbidden { get; } =
        Error.Forbidden("appointments.outside_hours_forbidden", "Only a manager may book outside business hours.");

    public static Error ReasonRequired { get; } =
        Error.Invalid("appointments.reason_required", "reason", "Say why the appointment is cancelled.");

    public static Error NotStartedYet { get; } =
        Error.Conflict("appointments.not_started_yet", "Nobody can miss an appointment that has not begun.");

    public static Error Closed(AppointmentStatus status) =>
        Error.Conflict("appointments.closed", $"The appointment is {WireName.Of(status)} and changes no more.");

    public static Error WrongState(AppointmentStatus from, AppointmentStatus to) =>
        Error.Conflict("appointments.status_not_allowed", $"An appointment that is {WireName.Of(from)} cannot become {WireName.Of(to)}.");

    /// <param name="clash">What is in the way; with its title only when the caller may see it.</param>
    /// <param name="free">The nearest times that are free.</param>
    public static Error DoubleBooked(Clash clash, IReadOnlyList<TimeSlot> free) =>
        Error.Conflict("appointments.double_booked", "This person already has an appointment at that time.") with
        {
            Extensions = new Dictionary<string, object?>
            {
                ["clash"] = clash.ToMembers(),
                ["free_slots"] = free.Select(slot => slot.ToMembers()).ToArray(),
            },
        };
}

/// <summary>The appointment that is in the way.</summary>
public sealed record Clash(Guid? Id, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt, string? Title)
{
    internal Dictionary<string, object?> ToMembers()
    {
        var members = new Dictionary<string, object?> { ["id"] = Id, ["starts_at"] = StartsAt, ["ends_at"] = EndsAt };
        if (Title is not null) members["title"] = Title;
        return members;
    }
}
