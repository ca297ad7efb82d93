using IswitchRoofs.Host.Areas.Scheduling.Api;
using IswitchRoofs.Host.Web;
using IswitchRoofs.Scheduling.Application;
using IswitchRoofs.Scheduling.Application.Appointments;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IswitchRoofs.Host.Areas.Scheduling.Pages;

[Authorize(AppointmentEndpoints.MayRead)]
internal sealed class DetailsModel(GetAppointmentHandler appointments, IServiceProvider services, ICompanyClock clock, ICurrentUser user) : PageModel
{
    public AppointmentDetails Appointment { get; private set; } = null!;

    public string? Complaint { get; private set; }

    public IReadOnlyList<DateTimeOffset> FreeSlots { get; private set; } = [];

    public bool MayWrite => user.Has(SchedulingPermissions.Write);

    public bool MayWork => MayWrite || user.Has(SchedulingPermissions.WorkAssigned);

    public bool MayDelete => user.Has(SchedulingPermissions.Delete);

    public bool IsOpen => Appointment.Status is "scheduled" or "confirmed" or "in_progress";

    public bool MayBeMoved => MayWrite && Appointment.Status is "scheduled" or "confirmed";

    public bool HasBegun => Appointment.StartsAt <= clock.Now;

    public string LocalStart => TimeZoneInfo.ConvertTime(Appointment.StartsAt, clock.Zone).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => ShowAsync(id, ct);

    public Task<IActionResult> OnPostConfirmAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, MayWork, "Appointment confirmed", () => Handler<ConfirmAppointmentHandler>().HandleAsync(new ConfirmAppointment(id), ct), ct);

    public Task<IActionResult> OnPostStartAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, MayWork, "Appointment started", () => Handler<StartAppointmentHandler>().HandleAsync(new StartAppointment(id), ct), ct);

    public Task<IActionResult> OnPostCompleteAsync(Guid id, [FromForm(Name = "outcome_notes")] string? outcomeNotes, CancellationToken ct) =>
        ActAsync(id, MayWork, "Appointment completed", () => Handler<CompleteAppointmentHandler>().HandleAsync(new CompleteAppointment(id, outcomeNotes), ct), ct);

    public Task<IActionResult> OnPostNoShowAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, MayWork, "Noted as a no-show", () => Handler<MissAppointmentHandler>().HandleAsync(new MissAppointment(id), ct), ct);

    public Task<IActionResult> OnPostCancelAsync(Guid id, [FromForm(Name = "reason")] string? reason, CancellationToken ct) =>
        ActAsync(id, MayWrite, "Appointment cancelled", () => Handler<CancelAppointmentHandler>().HandleAsync(new CancelAppointment(id, reason), ct), ct);

    public Task<IActionResult> OnPostMoveAsync(Guid id, [FromForm(Name = "starts_at")] DateTime? startsAt, CancellationToken ct)
    {
        DateTimeOffset? instant = startsAt is { } wall ? clock.At(DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall)) : null;
        return ActAsync(id, MayWrite, "Appointment moved", () => Handler<RescheduleAppointmentHandler>().HandleAsync(new RescheduleAppointment(id, instant), ct), ct);
    }

    public async Task<IActionResult> OnPostDeleteAsync(Guid id, CancellationToken ct)
    {
        if (!MayDelete) return Forbid();
        var result = await Handler<DeleteAppointmentHandler>().HandleAsync(new DeleteAppointment(id), ct);
        if (result.IsFailure) return NotFound();
        this.Toast("Appointment deleted", undoUrl: Url.Page("Details", "Restore", new { id }));
        return RedirectToPage("Index");
    }

    public async Task<IActionResult> OnPostRestoreAsync(Guid id, CancellationToken ct)
    {
        if (!MayDelete) return Forbid();
        var result = await Handler<RestoreAppointmentHandler>().HandleAsync(new RestoreAppointment(id), ct);
        if (result.IsFailure) return NotFound();
        this.Toast("Appointment restored");
        return RedirectToPage(new { id });
    }

    private T Handler<T>() where T : notnull => services.GetRequiredService<T>();

    private async Task<IActionResult> ActAsync(Guid id, bool isAllowed, string done, Func<Task<Result<AppointmentDetails>>> action, CancellationToken ct)
    {
        if (!isAllowed) return Forbid();
        var result = await action();
        if (result.IsSuccess)
        {
            this.Toast(done);
            return RedirectToPage(new { id });
        }

        if (result.Error.Kind == ErrorKind.NotFound) return NotFound();
        Complaint = result.Error.Detail;
        FreeSlots = CreateModel.SlotsOf(result.Error);
        return await ShowAsync(id, ct);
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken ct)
    {
        var result = await appointments.HandleAsync(new GetAppointment(id), ct);
        if (result.IsFailure) return NotFound();
        Appointment = result.Value;
        return Page();
    }
}
