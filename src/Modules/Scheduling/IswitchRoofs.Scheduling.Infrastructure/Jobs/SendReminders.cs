using IswitchRoofs.Scheduling.Application.Appointments;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.Shared.Infrastructure.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace IswitchRoofs.Scheduling.Infrastructure.Jobs;

internal sealed class SendReminders(IServiceScopeFactory scopes) : IRecurringJob
{
    public const string Name = "scheduling.appointment-reminders";

    // Within a minute of its time, also when a run is skipped.
    public const string Schedule = "0/15 * * * * ?";
    private const int Batch = 50;
    private const int MostCollisions = 3;

    public async Task<JobOutcome> RunAsync(CancellationToken ct)
    {
        var sent = 0;
        for (var collisions = 0; collisions < MostCollisions;)
        {
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                var result = await scope.ServiceProvider.GetRequiredService<RemindOfAppointmentsHandler>().HandleAsync(new RemindOfAppointments(Batch), ct);
                sent += result.Value.Sent;
                if (result.Value.Handled < Batch) break;
            }
            catch (ConcurrentChangeException)
            {
                // Somebody changed one of them this moment; the batch is read anew.
                collisions++;
            }
        }

        return JobOutcome.Of("reminders", sent);
    }
}
