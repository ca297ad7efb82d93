using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Scheduling.Application.Appointments;

public sealed record DeleteAppointment(Guid Id, uint? IfVersion = null);

public sealed class DeleteAppointmentHandler(AppointmentDesk desk, TimeProvider clock) : IUseCase
{
    public async Task<Result> HandleAsync(DeleteAppointment command, CancellationToken ct)
    {
        var found = await desk.FindAsync(command.Id, command.IfVersion, ct);
        if (found.IsFailure) return found.Error;
        found.Value.Delete(clock.GetUtcNow());
        await desk.SaveTrashAsync(ct);
        return Result.Success();
    }
}
