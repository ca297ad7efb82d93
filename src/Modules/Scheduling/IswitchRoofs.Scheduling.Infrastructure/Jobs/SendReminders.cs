using IswitchRoofs.Scheduling.Application.Appointments;
using IswitchRoofs.Shared.Infrastructure.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace IswitchRoofs.Scheduling.Infrastructure.Jobs;

internal sealed class SendReminders(IServiceScopeFactory scopes) : IRecurringJob
{
    public const string Name = "scheduling.appointment-reminders";

    // Within a minute of its time, also when a run is skipped.
    public const string Schedule = "0/15 * * * * ?";
    private const int Batch = 50;

    public async Task<JobOutcome> RunAsync(CancellationToken ct) => JobOutcome.Of(
        "reminders",
        await scopes.RunInBatchesAsync<RemindOfAppointmentsHandler>(Batch, async handler =>
        {
            var batch = (await handler.HandleAsync(new RemindOfAppointments(Batch), ct)).Value;
            return (batch.Handled, batch.Sent);
        }));
}
