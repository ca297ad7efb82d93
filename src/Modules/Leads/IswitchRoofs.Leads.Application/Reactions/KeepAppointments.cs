using IswitchRoofs.IntegrationEvents.Scheduling;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Domain.Stale;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Leads.Application.Reactions;

/// <summary>Keeps the replica of appointments with leads, which pause staleness (L8).</summary>
public sealed class KeepAppointments(IRepository<PlannedAppointment> appointments, IReadRepository<Lead> leads) : IReaction
{
    public Task<Result> HandleAsync(AppointmentScheduled e, CancellationToken ct) => KeepAsync(e.AppointmentId, e.LeadId, e.Status, e.StartsAt, e.OccurredAt, ct);

    public Task<Result> HandleAsync(AppointmentUpdated e, CancellationToken ct) => KeepAsync(e.AppointmentId, e.LeadId, e.Status, e.StartsAt, e.OccurredAt, ct);

    public Task<Result> HandleAsync(AppointmentCancelled e, CancellationToken ct) => KeepAsync(e.AppointmentId, e.LeadId, e.Status, e.StartsAt, e.OccurredAt, ct);

    public Task<Result> HandleAsync(AppointmentRestored e, CancellationToken ct) => KeepAsync(e.AppointmentId, e.LeadId, e.Status, e.StartsAt, e.OccurredAt, ct);

    public async Task<Result> HandleAsync(AppointmentDeleted e, CancellationToken ct)
    {
        (await appointments.FindAsync(new PlannedAppointmentId(e.AppointmentId), ct))?.Drop(e.OccurredAt);
        return Result.Success();
    }

    private async Task<Result> KeepAsync(Guid id, Guid? leadId, string status, DateTimeOffset startsAt, DateTimeOffset at, CancellationToken ct)
    {
        var kept = await appointments.FindAsync(new PlannedAppointmentId(id), ct);
        if (leadId is not { } lead || (kept is not null && kept.LeadId.Value != lead))
        {
            kept?.Drop(at);
            return Result.Success();
        }

        if (kept is null)
        {
            // A lead that was emptied from the trash meanwhile: nobody asks for its appointments.
            if (!await leads.AnyAsync(new LeadAlsoInTrash(new LeadId(lead)), ct)) return LeadErrors.NotFound(new LeadId(lead));
            appointments.Add(kept = PlannedAppointment.Of(id, new LeadId(lead)));
        }

        kept.Update(status, startsAt, at);
        return Result.Success();
    }

    private sealed class LeadAlsoInTrash : Specification<Lead>
    {
        public LeadAlsoInTrash(LeadId id) => Query.Where(l => l.Id == id).IncludingDeleted();
    }
}
