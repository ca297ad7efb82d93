using IswitchRoofs.Host.Web.Api;
using IswitchRoofs.Identity.Application;
using IswitchRoofs.Identity.Application.WorkingTime;

namespace IswitchRoofs.Host.Areas.Identity.Api;

/// <summary>When somebody works: one's own always, others' as the handlers decide.</summary>
internal static class AvailabilityEndpoints
{
    public static void MapAvailabilityApi(this IEndpointRouteBuilder app)
    {
        var people = app.MapGroup("/api/availability/{userId:guid}").WithTags("Availability").RequireAuthorization(IdentityPermissions.OwnAccount)
            .RefuseUnknownQuery().WithIdempotency("identity");
        people.MapGet("/", ReadAvailability).WithName("ReadWorkingTime").WithSummary("State, working hours and time off of a person")
            .Produces<AvailabilityDetails>();
        people.MapPut("/", PutAvailability).WithName("ReplaceAvailability").WithSummary("Replace state and working hours of a person")
            .Produces<AvailabilityDetails>();
        people.MapGet("/time-off", ReadTimeOff).WithName("ListTimeOff").WithSummary("Time off that is not over yet").Produces<IReadOnlyList<TimeOffDetails>>();
        people.MapPost("/time-off", PostTimeOff).WithName("TakeTimeOff").WithSummary("Take time off").Produces<TimeOffDetails>(StatusCodes.Status201Created);
        people.MapPut("/time-off/{id:guid}", PutTimeOff).WithName("ChangeTimeOff").WithSummary("Replace one time off").Produces<TimeOffDetails>();
        people.MapDelete("/time-off/{id:guid}", RemoveTimeOff).WithName("CancelTimeOff").WithSummary("Cancel one time off")
            .Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> ReadAvailability(HttpContext http, Guid userId, GetAvailabilityHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, (await handler.HandleAsync(new GetAvailability(userId), ct)).Versioned(a => a.Version));

    private static async Task<IResult> PutAvailability(
        HttpContext http, Guid userId, AvailabilityFields fields, IfMatch ifMatch, ChangeAvailabilityHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, (await handler.HandleAsync(new ChangeAvailability(userId, fields, ifMatch.Version), ct)).Versioned(a => a.Version));

    private static async Task<IResult> ReadTimeOff(Guid userId, ListTimeOffHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(await handler.HandleAsync(new ListTimeOff(userId), ct));

    private static async Task<IResult> PostTimeOff(HttpContext http, Guid userId, TimeOffFields fields, TakeTimeOffHandler handler, CancellationToken ct) =>
        ApiAnswers.Created(
            http, (await handler.HandleAsync(new TakeTimeOff(userId, fields), ct)).Versioned(t => t.Version), t => $"/api/availability/{t.UserId}/time-off/{t.Id}");

    private static async Task<IResult> PutTimeOff(
        HttpContext http, Guid userId, Guid id, TimeOffFields fields, IfMatch ifMatch, ChangeTimeOffHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, (await handler.HandleAsync(new ChangeTimeOff(userId, id, fields, ifMatch.Version), ct)).Versioned(t => t.Version));

    private static async Task<IResult> RemoveTimeOff(Guid userId, Guid id, IfMatch ifMatch, CancelTimeOffHandler handler, CancellationToken ct) =>
        ApiAnswers.NoContent(await handler.HandleAsync(new CancelTimeOff(userId, id, ifMatch.Version), ct));
}
