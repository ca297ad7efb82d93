using IswitchRoofs.Scheduling.Domain.Appointments;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Scheduling.Application.Appointments;

public sealed record GetAppointment(Guid Id);

public sealed class GetAppointmentHandler(IReadRepository<Appointment> appointments, AppointmentDesk desk) : IUseCase
{
    public async Task<Result<AppointmentDetails>> HandleAsync(GetAppointment query, CancellationToken ct)
    {
        var sight = await desk.SightAsync(ct);
        var appointment = await appointments.FirstOrDefaultAsync(new AppointmentSeenBy(AppointmentId.From(query.Id), sight), ct);
        return appointment is null ? AppointmentErrors.NotFound : await desk.DescribeAsync(appointment, ct);
    }
}
