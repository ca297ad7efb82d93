using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Scheduling.Application.Appointments;

public sealed record StartAppointment(Guid Id, uint? IfVersion = null);

public sealed class StartAppointmentHandler(AppointmentDesk desk, TimeProvider clock) : IUseCase
{
    public async Task<Result<AppointmentDetails>> HandleAsync(StartAppointment command, CancellationToken ct)
    {
        var found = await desk.FindAsync(command.Id, command.IfVersion, ct);
        if (found.IsFailure) return found.Error;
        var decided = found.Value.Start(clock.GetUtcNow());
        if (decided.IsFailure) return decided.Error;
        var saved = await desk.SaveAsync(found.Value, ct);
        if (saved.IsFailure) return saved.Error;
        return await desk.DescribeAsync(found.Value, ct);
    }
}
