using IswitchRoofs.Scheduling.Application.Appointments;
using IswitchRoofs.Scheduling.Domain.Appointments;
using IswitchRoofs.Scheduling.Domain.Calendar;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Scheduling.Application.Availability;

public sealed record FindFreeSlots(Guid? AssignedTo, DateOnly? Date, int? DurationMinutes = null);

public sealed record Availability(IReadOnlyList<AvailableSlot> Slots);

public sealed record AvailableSlot(DateTimeOffset StartsAt, DateTimeOffset EndsAt);

public sealed class FindFreeSlotsHandler(AppointmentDesk desk, ICurrentUser user, TimeProvider clock) : IUseCase
{
    private const int StandardMinutes = 60;

    public async Task<Result<Availability>> HandleAsync(FindFreeSlots query, CancellationToken ct)
    {
        var validation = new Validation();
        if (query.AssignedTo is null) validation.Add("assigned_to", "is required.");
        if (query.Date is null) validation.Add("date", "is required.");
        else if (query.Date.Value.Year is < 2000 or > 2100) validation.Add("date", "must lie between 2000 and 2100.");
        validation.Range("duration_minutes", query.DurationMinutes, StandardDuration.Shortest, StandardDuration.Longest);
        if (validation.Failed) return validation.ToError();
        if (!user.Has(SchedulingPermissions.Read) && query.AssignedTo != user.Id) return AppointmentErrors.NotFound;
        await desk.CheckPersonAsync(validation, query.AssignedTo!.Value, ct);
        if (validation.Failed) return validation.ToError();

        var calendar = await desk.CalendarOfAsync(query.AssignedTo.Value, ct);
        if (calendar.OpenOn(query.Date!.Value) is not { } open) return new Availability([]);
        var buffer = TimeSpan.FromMinutes(StandardDuration.Buffer);
        var busy = await desk.BusyAsync(query.AssignedTo.Value, open.StartsAt, open.EndsAt + buffer, except: null, ct);
        var free = FreeSlots.Within(open, busy, TimeSpan.FromMinutes(query.DurationMinutes ?? StandardMinutes), buffer, clock.GetUtcNow());
        return new Availability([.. free.Select(slot => new AvailableSlot(slot.StartsAt, slot.EndsAt))]);
    }
}
