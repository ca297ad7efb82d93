using IswitchRoofs.Scheduling.Domain.Appointments;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Scheduling.Application.Appointments;

/// <summary>Everything whose reminder is due, a batch at a time (A7). Mark and message are one transaction: nobody is reminded twice.</summary>
public sealed record RemindOfAppointments(int AtMost = 50);

/// <param name="Handled">How many were looked at: fewer than asked for when none is left.</param>
public sealed record RemindersSent(int Handled, int Sent);

public sealed class RemindOfAppointmentsHandler(IRepository<Appointment> appointments, TimeProvider clock) : IUseCase
{
    public async Task<Result<RemindersSent>> HandleAsync(RemindOfAppointments command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var due = await appointments.ListAsync(new WithReminderDue(now, command.AtMost), ct);
        var sent = due.Count(appointment => appointment.Remind(now));
        if (due.Count > 0) await appointments.SaveChangesAsync(ct);
        return new RemindersSent(due.Count, sent);
    }

    private sealed class WithReminderDue : Specification<Appointment>
    {
        public WithReminderDue(DateTimeOffset now, int atMost) =>
            Query.Where(a => a.NextReminderAt <= now).OrderBy(a => a.NextReminderAt).ThenBy(a => a.Id).Take(atMost).AsTracking();
    }
}
