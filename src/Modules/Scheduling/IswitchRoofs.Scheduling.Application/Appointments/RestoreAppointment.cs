using IswitchRoofs.Scheduling.Domain.Appointments;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Scheduling.Application.Appointments;

public sealed record RestoreAppointment(Guid Id);

public sealed class RestoreAppointmentHandler(IRepository<Appointment> appointments, AppointmentDesk desk, TimeProvider clock) : IUseCase
{
    public async Task<Result<AppointmentDetails>> HandleAsync(RestoreAppointment command, CancellationToken ct)
    {
        var sight = await desk.SightAsync(ct);
        var appointment = await appointments.FirstOrDefaultAsync(
            new AppointmentSeenBy(AppointmentId.From(command.Id), sight, forChange: true, withTrash: true), ct);
        if (appointment is null) return AppointmentErrors.NotFound;
        if (appointment is { DeletedAt: not null, IsOpen: true } && await desk.FindClashAsync(Wanted.Of(appointment), ct) is { } clash) return clash;
        appointment.Restore(clock.GetUtcNow());
        var saved = await desk.SaveAsync(appointment, ct);
        if (saved.IsFailure) return saved.Error;
        return await desk.DescribeAsync(appointment, ct);
    }
}
