using IswitchRoofs.Scheduling.Application;
using IswitchRoofs.Scheduling.Application.Appointments;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;

namespace IswitchRoofs.Host.Web;

/// <summary>Composes the appointments with a lead, for its record page.</summary>
public sealed class AppointmentPanels(SearchAppointmentsHandler appointments, ICurrentUser user)
{
    private const int Shown = 10;

    /// <summary>Null for who may not read them.</summary>
    public async Task<AppointmentPanel?> OfLeadAsync(Guid id, CancellationToken ct)
    {
        var found = await appointments.HandleAsync(new SearchAppointments(new PageRequest(PerPage: Shown, Sort: "-starts_at"), LeadId: id), ct);
        return found.IsFailure ? null : new AppointmentPanel(found.Value.Items, user.Has(SchedulingPermissions.Write) ? $"/Scheduling/Create?lead_id={id}" : null);
    }
}

/// <param name="Items">The latest first.</param>
/// <param name="BookUrl">Null for who may not book.</param>
public sealed record AppointmentPanel(IReadOnlyList<AppointmentRow> Items, string? BookUrl);
