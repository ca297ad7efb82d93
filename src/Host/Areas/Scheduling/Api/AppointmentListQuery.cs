using IswitchRoofs.Scheduling.Application.Appointments;
using IswitchRoofs.Shared.Application.Paging;
using Microsoft.AspNetCore.Mvc;

namespace IswitchRoofs.Host.Areas.Scheduling.Api;

/// <summary>Query of <c>GET /api/appointments</c>.</summary>
internal sealed record AppointmentListQuery(
    [FromQuery(Name = "assigned_to")] string? AssignedTo,
    [FromQuery(Name = "team_id")] Guid? TeamId,
    [FromQuery(Name = "status")] string? Status,
    [FromQuery(Name = "appointment_type")] string? AppointmentType,
    [FromQuery(Name = "customer_id")] Guid? CustomerId,
    [FromQuery(Name = "lead_id")] Guid? LeadId,
    [FromQuery(Name = "project_id")] Guid? ProjectId,
    [FromQuery(Name = "from")] string? From,
    [FromQuery(Name = "to")] string? To,
    [FromQuery(Name = "page")] int? Page,
    [FromQuery(Name = "per_page")] int? PerPage,
    [FromQuery(Name = "cursor")] string? Cursor,
    [FromQuery(Name = "sort")] string? Sort)
{
    public SearchAppointments ToRequest() =>
        new(new PageRequest(Page, PerPage, Cursor, Sort), AssignedTo, TeamId, Status, AppointmentType, CustomerId, LeadId, ProjectId, From, To);
}
