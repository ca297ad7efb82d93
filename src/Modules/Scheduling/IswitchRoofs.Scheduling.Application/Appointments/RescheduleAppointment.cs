using IswitchRoofs.Scheduling.Domain.Appointments;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Scheduling.Application.Appointments;

public sealed record RescheduleAppointment(
    Guid Id, DateTimeOffset? StartsAt, int? DurationMinutes = null, Guid? AssignedTo = null, bool? OutsideHours = null, uint? IfVersion = null);

public sealed class RescheduleAppointmentHandler(AppointmentDesk desk, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<AppointmentDetails>> HandleAsync(RescheduleAppointment command, CancellationToken ct)
    {
        var validation = new Validation();
        AppointmentInput.Start(validation, command.StartsAt, clock.GetUtcNow());
        validation.Range("duration_minutes", command.DurationMinutes, StandardDuration.Shortest, StandardDuration.Longest);
        if (validation.Failed) return validation.ToError();

        var found = await desk.FindAsync(command.Id, command.IfVersion, ct);
        if (found.IsFailure) return found.Error;
        var appointment = found.Value;
        var person = command.AssignedTo ?? appointment.AssignedTo;
        if (person != appointment.AssignedTo) await desk.CheckPersonAsync(validation, person, ct);
        if (validation.Failed) return validation.ToError();

        // Every look comes before the change: what is refused must not stay behind changed.
        var startsAt = command.StartsAt!.Value.ToUniversalTime();
        var minutes = command.DurationMinutes ?? appointment.DurationMinutes;
        var calendar = await desk.CalendarOfAsync(person, ct);
        if (AppointmentInput.MayNotLieThere(appointment.AppointmentType, startsAt, minutes, command.OutsideHours, calendar, user))
            return AppointmentErrors.OutsideHoursForbidden;
        var wanted = Wanted.Of(appointment) with { Person = person, StartsAt = startsAt, Duration = TimeSpan.FromMinutes(minutes) };
        if (await desk.FindClashAsync(wanted, ct) is { } clash) return clash;

        var moved = appointment.Move(
            startsAt, minutes, person, command.OutsideHours == true, calendar, clock.GetUtcNow());
        if (moved.IsFailure) return moved.Error;
        var saved = await desk.SaveAsync(appointment, ct);
        if (saved.IsFailure) return saved.Error;
        return await desk.DescribeAsync(appointment, ct);
    }
}
