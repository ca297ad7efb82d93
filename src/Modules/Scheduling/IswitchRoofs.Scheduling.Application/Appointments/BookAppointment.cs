using IswitchRoofs.Scheduling.Domain.Appointments;
using IswitchRoofs.Scheduling.Domain.Replicas;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Scheduling.Application.Appointments;

public sealed record BookAppointment(
    string? AppointmentType,
    string? Title,
    Guid? CustomerId,
    Guid? LeadId,
    Guid? ProjectId,
    Guid? AssignedTo,
    DateTimeOffset? StartsAt,
    int? DurationMinutes = null,
    int? BufferMinutes = null,
    string? Location = null,
    bool? IsVirtual = null,
    string? MeetingUrl = null,
    string? Notes = null,
    IReadOnlyList<int>? Reminders = null,
    bool? OutsideHours = null);

public sealed class BookAppointmentHandler(
    IRepository<Appointment> appointments, AppointmentDesk desk, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<AppointmentDetails>> HandleAsync(BookAppointment command, CancellationToken ct)
    {
        var validation = new Validation();
        var type = validation.Enum<AppointmentType>("appointment_type", command.AppointmentType, required: true);
        var title = validation.Text("title", command.Title, 200, required: true);
        var location = validation.Text("location", command.Location, 300);
        var meetingUrl = AppointmentInput.MeetingUrl(validation, command.MeetingUrl);
        var notes = validation.Text("notes", command.Notes, 5_000);
        validation.Range("duration_minutes", command.DurationMinutes, StandardDuration.Shortest, StandardDuration.Longest);
        validation.Range("buffer_minutes", command.BufferMinutes, 0, StandardDuration.LongestBuffer);
        AppointmentInput.Reminders(validation, command.Reminders);
        AppointmentInput.Start(validation, command.StartsAt, clock.GetUtcNow());
        if (command.AssignedTo is null) validation.Add("assigned_to", "is required.");
        if (command is { CustomerId: null, LeadId: null, ProjectId: null })
            validation.Add("customer_id", "name at least one of customer_id, lead_id and project_id.");
        if (validation.Failed) return validation.ToError();

        await desk.CheckPersonAsync(validation, command.AssignedTo!.Value, ct);
        await desk.CheckSubjectAsync(validation, "customer_id", SubjectKind.Customer, command.CustomerId, ct);
        await desk.CheckSubjectAsync(validation, "lead_id", SubjectKind.Lead, command.LeadId, ct);
        await desk.CheckSubjectAsync(validation, "project_id", SubjectKind.Project, command.ProjectId, ct);
        if (validation.Failed) return validation.ToError();

        var booking = new Booking(
            type!.Value, title!, command.CustomerId, command.LeadId, command.ProjectId, command.AssignedTo.Value, command.StartsAt!.Value,
            command.DurationMinutes ?? StandardDuration.MinutesOf(type.Value), command.BufferMinutes ?? StandardDuration.Buffer)
        {
            Location = location,
            IsVirtual = command.IsVirtual ?? meetingUrl is not null,
            MeetingUrl = meetingUrl,
            Notes = notes,
            Reminders = command.Reminders ?? [1440, 120],
            MayLieOutsideHours = command.OutsideHours == true,
            BookedBy = user.Id,
        };
        var calendar = await desk.CalendarOfAsync(booking.AssignedTo, ct);
        if (AppointmentInput.MayNotLieThere(booking.Type, booking.StartsAt, booking.DurationMinutes, command.OutsideHours, calendar, user))
            return AppointmentErrors.OutsideHoursForbidden;
        var booked = Appointment.Book(booking, calendar, clock.GetUtcNow());
        if (booked.IsFailure) return booked.Error;
        var appointment = booked.Value;
        if (await desk.FindClashAsync(Wanted.Of(appointment), ct) is { } clash) return clash;

        appointments.Add(appointment);
        var saved = await desk.SaveAsync(appointment, ct);
        if (saved.IsFailure) return saved.Error;
        return await desk.DescribeAsync(appointment, ct);
    }
}
