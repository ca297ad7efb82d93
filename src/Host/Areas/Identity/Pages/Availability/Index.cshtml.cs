using System.Globalization;
using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Display;
using IswitchRoofs.Host.Web.Pages;
using IswitchRoofs.Identity.Application;
using IswitchRoofs.Identity.Application.WorkingTime;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IswitchRoofs.Host.Areas.Identity.Pages.Availability;

/// <summary>When somebody works: one's own, or that of a member of a team that one manages.</summary>
[Authorize(IdentityPermissions.OwnAccount)]
public sealed class IndexModel(
    GetAvailabilityHandler read, ChangeAvailabilityHandler changes, TakeTimeOffHandler takes, CancelTimeOffHandler cancellations, ICurrentUser user) : PageModel
{
    [BindProperty]
    public HoursForm Input { get; set; } = new();

    [BindProperty]
    public TimeOffForm Off { get; set; } = new();

    [BindProperty]
    public uint Version { get; set; }

    public AvailabilityDetails Person { get; private set; } = null!;

    public bool MayChange { get; private set; }

    public bool IsOwn => Person.UserId == user.Id;

    public static IEnumerable<SelectListItem> States => Choices.Of(["available", "busy", "in_field", "off_duty"]);

    public static string InWords(TimeOffDetails off)
    {
        var from = off.StartsOn.ToString("ddd, MMM d, yyyy", Formats.Culture);
        return off.StartsOn == off.EndsOn ? from : $"{from} to {off.EndsOn.ToString("ddd, MMM d, yyyy", Formats.Culture)}";
    }

    public async Task<IActionResult> OnGetAsync(Guid? userId, CancellationToken ct)
    {
        if (!await LoadAsync(userId, ct)) return NotFound();
        Show();
        return Page();
    }

    public async Task<IActionResult> OnPostHoursAsync(Guid? userId, CancellationToken ct)
    {
        ModelState.Clear();
        if (!await LoadAsync(userId, ct)) return NotFound();
        var days = Input.CompanyHours ? [] : Input.Days.Where(d => d.Works).Select(d => new WorkingDayDetails(d.Weekday, d.From, d.To)).ToArray();
        if (!Input.CompanyHours && days.Length == 0) ModelState.AddModelError("", "Tick the days, or let the person work whenever the company is open.");
        if (!ModelState.IsValid) return Page();
        var saved = await changes.HandleAsync(new ChangeAvailability(Person.UserId, new AvailabilityFields(Input.State, days), Version), ct);
        if (saved.IsFailure) return Refused(saved.Error, days);
        this.Toast("Working time saved");
        return RedirectToPage(new { userId });
    }

    public async Task<IActionResult> OnPostTimeOffAsync(Guid? userId, CancellationToken ct)
    {
        ModelState.Clear();
        if (!await LoadAsync(userId, ct)) return NotFound();
        var taken = await takes.HandleAsync(new TakeTimeOff(Person.UserId, new TimeOffFields(Off.StartsOn, Off.EndsOn, Off.Reason)), ct);
        if (taken.IsFailure)
        {
            Show();
            if (taken.Error.Kind == ErrorKind.Forbidden) return StatusCode(StatusCodes.Status403Forbidden);
            ModelState.AddError(taken.Error, nameof(Off));
            return Page();
        }

        this.Toast("Time off taken", undoUrl: Url.Page("/Availability/Index", "Cancel", new { userId, id = taken.Value.Id }));
        return RedirectToPage(new { userId });
    }

    public async Task<IActionResult> OnPostCancelAsync(Guid? userId, Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(userId, ct)) return NotFound();
        var cancelled = await cancellations.HandleAsync(new CancelTimeOff(Person.UserId, id), ct);
        if (cancelled.IsFailure) return cancelled.Error.Kind == ErrorKind.Forbidden ? StatusCode(StatusCodes.Status403Forbidden) : NotFound();
        this.Toast("Time off cancelled");
        return RedirectToPage(new { userId });
    }

    private async Task<bool> LoadAsync(Guid? userId, CancellationToken ct)
    {
        if ((userId ?? user.Id) is not { } id) return false;
        var person = await read.HandleAsync(new GetAvailability(id), ct);
        if (person.IsFailure) return false;
        Person = person.Value;
        MayChange = await read.MayChangeAsync(id, ct);
        return true;
    }

    private void Show()
    {
        Version = Person.Version;
        Input = new HoursForm
        {
            State = Person.State,
            CompanyHours = Person.WorkingHours.Count == 0,
            Days = DayForm.Week(Person.WorkingHours),
        };
    }

    private IActionResult Refused(Error error, WorkingDayDetails[] days)
    {
        if (error.Kind == ErrorKind.Forbidden) return StatusCode(StatusCodes.Status403Forbidden);
        foreach (var (field, messages) in error.Fields)
            foreach (var message in messages)
                ModelState.AddModelError("", field.Split('[', ']', '.') is [_, var row, .., var part]
                    ? $"{Words.Of(days[int.Parse(row, CultureInfo.InvariantCulture)].Weekday)}: {part} {message}"
                    : $"{Words.Of(field)} {message}");
        if (error.Fields.Count == 0) ModelState.AddModelError("", error.Detail);
        return Page();
    }

    public sealed class HoursForm
    {
        public string? State { get; set; }

        public bool CompanyHours { get; set; }

        public List<DayForm> Days { get; set; } = [];
    }

    public sealed class TimeOffForm
    {
        public DateOnly? StartsOn { get; set; }

        public DateOnly? EndsOn { get; set; }

        public string? Reason { get; set; }
    }
}
