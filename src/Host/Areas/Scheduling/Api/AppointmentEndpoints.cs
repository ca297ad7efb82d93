using IswitchRoofs.Host.Web.Api;
using IswitchRoofs.Scheduling.Application;
using IswitchRoofs.Scheduling.Application.Appointments;
using IswitchRoofs.Scheduling.Application.Availability;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.AspNetCore.Mvc;

namespace IswitchRoofs.Host.Areas.Scheduling.Api;

/// <summary>REST door of the appointments.</summary>
internal static class AppointmentEndpoints
{
    internal const string MayRead = $"{SchedulingPermissions.Read}|{SchedulingPermissions.ReadAssigned}";
    internal const string MayWork = $"{SchedulingPermissions.Write}|{SchedulingPermissions.WorkAssigned}";

    public static void MapAppointmentsApi(this IEndpointRouteBuilder app)
    {
        var appointments = app.MapGroup("/api/appointments").WithTags("Appointments").RequireAuthorization(MayRead)
            .RefuseUnknownQuery().WithIdempotency("scheduling");
        appointments.MapGet("/", ListAppointments).WithName(nameof(ListAppointments)).WithSummary("List appointments").Produces<PageOf<AppointmentRow>>();
        appointments.MapPost("/", PostAppointment).WithName(nameof(PostAppointment)).WithSummary("Book an appointment; a taken time is refused with the nearest free ones")
            .RequireAuthorization(SchedulingPermissions.Write).Produces<AppointmentDetails>(StatusCodes.Status201Created);
        appointments.MapGet("/availability", ReadAvailability).WithName(nameof(ReadAvailability)).WithSummary("When a person is free on a day").Produces<Availability>();
        appointments.MapGet("/{id:guid}", ReadAppointment).WithName(nameof(ReadAppointment)).WithSummary("Read an appointment").Produces<AppointmentDetails>();
        appointments.MapDelete("/{id:guid}", RemoveAppointment).WithName(nameof(RemoveAppointment)).WithSummary("Move an appointment to the trash")
            .RequireAuthorization(SchedulingPermissions.Delete).Produces(StatusCodes.Status204NoContent);
        appointments.MapPost("/{id:guid}/restore", PostRestore).WithName("RestoreAppointment").WithSummary("Take an appointment out of the trash")
            .RequireAuthorization(SchedulingPermissions.Delete).Produces<AppointmentDetails>();
        appointments.MapPost("/{id:guid}/reschedule", PostReschedule).WithName("RescheduleAppointment").WithSummary("Another time, length or person; the status stays")
            .RequireAuthorization(SchedulingPermissions.Write).Produces<AppointmentDetails>();
        appointments.MapPost("/{id:guid}/cancel", PostCancel).WithName("CancelAppointment").WithSummary("Call an appointment off, with a reason")
            .RequireAuthorization(SchedulingPermissions.Write).Produces<AppointmentDetails>();
        appointments.MapPost("/{id:guid}/confirm", PostConfirm).WithName("ConfirmAppointment").WithSummary("The customer has confirmed")
            .RequireAuthorization(MayWork).Produces<AppointmentDetails>();
        appointments.MapPost("/{id:guid}/start", PostStart).WithName("StartAppointment").WithSummary("It begins")
            .RequireAuthorization(MayWork).Produces<AppointmentDetails>();
        appointments.MapPost("/{id:guid}/complete", PostComplete).WithName("CompleteAppointment").WithSummary("It is done")
            .RequireAuthorization(MayWork).Produces<AppointmentDetails>();
        appointments.MapPost("/{id:guid}/no-show", PostNoShow).WithName("MissAppointment").WithSummary("The customer was not there")
            .RequireAuthorization(MayWork).Produces<AppointmentDetails>();
    }

    private static async Task<IResult> ListAppointments(HttpContext http, [AsParameters] AppointmentListQuery query, SearchAppointmentsHandler handler, CancellationToken ct) =>
        ApiAnswers.Page(http, await handler.HandleAsync(query.ToRequest(), ct));

    private static async Task<IResult> PostAppointment(HttpContext http, BookAppointment command, BookAppointmentHandler handler, CancellationToken ct) =>
        ApiAnswers.Created(http, Versioned(await handler.HandleAsync(command, ct)), appointment => $"/api/appointments/{appointment.Id}");

    private static async Task<IResult> ReadAvailability(
        [FromQuery(Name = "assigned_to")] Guid? assignedTo, [FromQuery(Name = "date")] DateOnly? date, [FromQuery(Name = "duration_minutes")] int? durationMinutes,
        FindFreeSlotsHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(await handler.HandleAsync(new FindFreeSlots(assignedTo, date, durationMinutes), ct));

    private static async Task<IResult> ReadAppointment(HttpContext http, Guid id, GetAppointmentHandler handler, CancellationToken ct) =>
        Item(http, await handler.HandleAsync(new GetAppointment(id), ct));

    private static async Task<IResult> RemoveAppointment(Guid id, IfMatch ifMatch, DeleteAppointmentHandler handler, CancellationToken ct) =>
        ApiAnswers.NoContent(await handler.HandleAsync(new DeleteAppointment(id, ifMatch.Version), ct));

    private static async Task<IResult> PostRestore(HttpContext http, Guid id, RestoreAppointmentHandler handler, CancellationToken ct) =>
        Item(http, await handler.HandleAsync(new RestoreAppointment(id), ct));

    private static async Task<IResult> PostReschedule(
        HttpContext http, Guid id, RescheduleRequest body, IfMatch ifMatch, RescheduleAppointmentHandler handler, CancellationToken ct) =>
        Item(http, await handler.HandleAsync(
            new RescheduleAppointment(id, body.StartsAt, body.DurationMinutes, body.AssignedTo, body.OutsideHours, ifMatch.Version), ct));

    private static async Task<IResult> PostCancel(HttpContext http, Guid id, CancelRequest body, IfMatch ifMatch, CancelAppointmentHandler handler, CancellationToken ct) =>
        Item(http, await handler.HandleAsync(new CancelAppointment(id, body.Reason, ifMatch.Version), ct));

    private static async Task<IResult> PostConfirm(HttpContext http, Guid id, IfMatch ifMatch, ConfirmAppointmentHandler handler, CancellationToken ct) =>
        Item(http, await handler.HandleAsync(new ConfirmAppointment(id, ifMatch.Version), ct));

    private static async Task<IResult> PostStart(HttpContext http, Guid id, IfMatch ifMatch, StartAppointmentHandler handler, CancellationToken ct) =>
        Item(http, await handler.HandleAsync(new StartAppointment(id, ifMatch.Version), ct));

    private static async Task<IResult> PostComplete(HttpContext http, Guid id, CompleteRequest body, IfMatch ifMatch, CompleteAppointmentHandler handler, CancellationToken ct) =>
        Item(http, await handler.HandleAsync(new CompleteAppointment(id, body.OutcomeNotes, ifMatch.Version), ct));

    private static async Task<IResult> PostNoShow(HttpContext http, Guid id, IfMatch ifMatch, MissAppointmentHandler handler, CancellationToken ct) =>
        Item(http, await handler.HandleAsync(new MissAppointment(id, ifMatch.Version), ct));

    private static IResult Item(HttpContext http, Result<AppointmentDetails> result) => ApiAnswers.Item(http, Versioned(result));

    private static Result<Versioned<AppointmentDetails>> Versioned(Result<AppointmentDetails> result) =>
        result.IsFailure ? result.Error : new Versioned<AppointmentDetails>(result.Value, result.Value.Version);
}
