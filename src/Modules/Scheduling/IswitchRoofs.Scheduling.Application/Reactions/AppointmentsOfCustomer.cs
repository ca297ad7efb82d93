using IswitchRoofs.IntegrationEvents.Customers;
using IswitchRoofs.Scheduling.Application.Appointments;
using IswitchRoofs.Scheduling.Domain.Appointments;
using IswitchRoofs.Scheduling.Domain.Replicas;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Scheduling.Application.Reactions;

/// <summary>A customer's appointments go to the trash and come back with the customer (C9).</summary>
public sealed class AppointmentsOfCustomer(IRepository<Appointment> appointments, SubjectReplica subjects, TimeProvider clock) : IReaction
{
    private const string TakenMeanwhile = "The time was taken while the customer was in the trash.";

    public async Task<Result> HandleAsync(CustomerDeleted e, CancellationToken ct)
    {
        foreach (var appointment in await appointments.ListAsync(new LiveAppointmentsOf(e.CustomerId), ct))
            appointment.Delete(clock.GetUtcNow(), withCustomer: true);
        return await subjects.TrashAsync(SubjectKind.Customer, e.CustomerId, true, e.OccurredAt, ct);
    }

    public async Task<Result> HandleAsync(CustomerRestored e, CancellationToken ct)
    {
        foreach (var appointment in await appointments.ListAsync(new TrashedAppointmentsOf(e.CustomerId), ct))
        {
            var isTaken = appointment.IsOpen
                && await appointments.AnyAsync(new BusyTimes(appointment.AssignedTo, appointment.StartsAt, appointment.BusyUntil, appointment.Id), ct);
            if (isTaken) appointment.Cancel(TakenMeanwhile, null, clock.GetUtcNow());
            appointment.Restore(clock.GetUtcNow());
        }

        return await subjects.TrashAsync(SubjectKind.Customer, e.CustomerId, false, e.OccurredAt, ct);
    }

    private sealed class LiveAppointmentsOf : Specification<Appointment>
    {
        public LiveAppointmentsOf(Guid customer) => Query.Where(a => a.CustomerId == customer).AsTracking();
    }

    private sealed class TrashedAppointmentsOf : Specification<Appointment>
    {
        public TrashedAppointmentsOf(Guid customer) =>
            Query.Where(a => a.CustomerId == customer && a.DeletedWithCustomer).IncludingDeleted().AsTracking();
    }
}
