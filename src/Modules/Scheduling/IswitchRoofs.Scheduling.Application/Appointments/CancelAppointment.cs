using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Scheduling.Application.Appointments;

public sealed record CancelAppointment(Guid Id, string? Reason, uint? IfVersion = null);

public sealed class CancelAppointmentHandler(AppointmentDesk desk, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<AppointmentDetails>> HandleAsync(CancelAppointment command, CancellationToken ct)
    {
        var validation = new Validation();
        var reason = validation.Text("reason", command.Reason, 500, required: true);
        if (validation.Failed) return validation.ToError();

        var found = await desk.FindAsync(command.Id, command.IfVersion, ct);
        if (found.IsFailure) return found.Error;
        var decided = found.Value.Cancel(reason, user.Id, clock.GetUtcNow());
        if (decided.IsFailure) return decided.Error;
        var saved = await desk.SaveAsync(found.Value, ct);
        if (saved.IsFailure) return saved.Error;
        return await desk.DescribeAsync(found.Value, ct);
    }
}
