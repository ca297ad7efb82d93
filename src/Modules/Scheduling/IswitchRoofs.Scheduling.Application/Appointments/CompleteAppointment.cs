using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Scheduling.Application.Appointments;

public sealed record CompleteAppointment(Guid Id, string? OutcomeNotes = null, uint? IfVersion = null);

public sealed class CompleteAppointmentHandler(AppointmentDesk desk, TimeProvider clock) : IUseCase
{
    public async Task<Result<AppointmentDetails>> HandleAsync(CompleteAppointment command, CancellationToken ct)
    {
        var validation = new Validation();
        var outcome = validation.Text("outcome_notes", command.OutcomeNotes, 5_000);
        if (validation.Failed) return validation.ToError();

        var found = await desk.FindAsync(command.Id, command.IfVersion, ct);
        if (found.IsFailure) return found.Error;
        var decided = found.Value.Complete(outcome, clock.GetUtcNow());
        if (decided.IsFailure) return decided.Error;
        var saved = await desk.SaveAsync(found.Value, ct);
        if (saved.IsFailure) return saved.Error;
        return await desk.DescribeAsync(found.Value, ct);
    }
}
