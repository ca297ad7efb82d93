using System.Globalization;
using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Display;
using IswitchRoofs.Host.Web.Pages;
using IswitchRoofs.Scheduling.Application;
using IswitchRoofs.Scheduling.Application.Appointments;
using IswitchRoofs.Scheduling.Application.Availability;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IswitchRoofs.Host.Areas.Scheduling.Pages;

[Authorize(SchedulingPermissions.Write)]
internal sealed class CreateModel(BookAppointmentHandler booking, ListChoicesHandler lists, ICompanyClock clock, ICurrentUser user) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public BookingChoices Choices { get; private set; } = null!;

    public IReadOnlyList<DateTimeOffset> FreeSlots { get; private set; } = [];

    public bool MayBookOutsideHours => user.Has(SchedulingPermissions.BookOutsideHours);

    public static IEnumerable<SelectListItem> Types => IndexModel.Types.Select(t => new SelectListItem(Words.Of(t), t));

    public async Task OnGetAsync(
        [FromQuery(Name = "customer_id")] Guid? customerId, [FromQuery(Name = "lead_id")] Guid? leadId, [FromQuery(Name = "project_id")] Guid? projectId,
        CancellationToken ct)
    {
        Input = new Form { CustomerId = customerId, LeadId = leadId, ProjectId = projectId, AssignedTo = user.Id };
        await LoadAsync(ct);
    }

    /// <param name="slot">One of the free times offered after a clash.</param>
    public async Task<IActionResult> OnPostAsync([FromForm(Name = "slot")] DateTimeOffset? slot, CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            var startsAt = slot ?? Instant(Input.StartsAt);
            var result = await booking.HandleAsync(
                new BookAppointment(
                    Input.AppointmentType, Input.Title, Input.CustomerId, Input.LeadId, Input.ProjectId, Input.AssignedTo, startsAt,
                    Input.DurationMinutes, null, Input.Location, null, Input.MeetingUrl, Input.Notes, null, Input.OutsideHours),
                ct);
            if (result.IsSuccess)
            {
                this.Toast("Appointment booked");
                return RedirectToPage("Details", new { id = result.Value.Id });
            }

            ModelState.AddError(result.Error, nameof(Input));
            FreeSlots = SlotsOf(result.Error);
        }

        await LoadAsync(ct);
        return Page();
    }

    public string Wall(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, clock.Zone).ToString("ddd, MMM d, h:mm tt", Formats.Culture);

    public static string Value(DateTimeOffset instant) => instant.ToString("O", CultureInfo.InvariantCulture);

    public static IEnumerable<SelectListItem> ItemsOf(IReadOnlyList<Choice> choices) => choices.Select(c => new SelectListItem(c.Name, c.Id.ToString()));

    internal static IReadOnlyList<DateTimeOffset> SlotsOf(Error error) =>
        error.Extensions.GetValueOrDefault("free_slots") is IEnumerable<Dictionary<string, object?>> slots
            ? [.. slots.Select(s => s["starts_at"]).OfType<DateTimeOffset>()]
            : [];

    // A wall clock shows the company's time, wherever the browser is.
    private DateTimeOffset? Instant(DateTime? wall) =>
        wall is { } time ? clock.At(DateOnly.FromDateTime(time), TimeOnly.FromDateTime(time)) : null;

    private async Task LoadAsync(CancellationToken ct) => Choices = (await lists.HandleAsync(new ListChoices(Input.CustomerId, Input.LeadId, Input.ProjectId), ct)).Value;

    internal sealed class Form
    {
        public string? AppointmentType { get; set; }

        public string? Title { get; set; }

        public Guid? CustomerId { get; set; }

        public Guid? LeadId { get; set; }

        public Guid? ProjectId { get; set; }

        public Guid? AssignedTo { get; set; }

        public DateTime? StartsAt { get; set; }

        public int? DurationMinutes { get; set; }

        public string? Location { get; set; }

        public string? MeetingUrl { get; set; }

        public string? Notes { get; set; }

        public bool OutsideHours { get; set; }
    }
}
