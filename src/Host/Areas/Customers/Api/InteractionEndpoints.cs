using IswitchRoofs.Customers.Application;
using IswitchRoofs.Customers.Application.Customers;
using IswitchRoofs.Customers.Application.Interactions;
using IswitchRoofs.Host.Web.Api;
using IswitchRoofs.Host.Web.Errors;
using IswitchRoofs.Shared.Application.Paging;
using Microsoft.AspNetCore.Mvc;

namespace IswitchRoofs.Host.Areas.Customers.Api;

/// <summary>REST door of the interactions.</summary>
internal static class InteractionEndpoints
{
    /// <summary>Which of the two decides which interactions there are to see.</summary>
    internal const string Readers = CustomersPermissions.ReadInteractions + "|" + CustomersPermissions.ReadAssignedInteractions;

    internal const string Loggers = CustomersPermissions.WriteInteractions + "|" + CustomersPermissions.LogAssignedInteractions;

    public static void MapInteractionsApi(this IEndpointRouteBuilder app)
    {
        var interactions = app.MapGroup("/api/interactions").WithTags("Interactions").RequireAuthorization(Readers)
            .RefuseUnknownQuery().WithIdempotency("customers");
        interactions.MapGet("/", ListInteractions).WithName(nameof(ListInteractions)).WithSummary("List interactions").Produces<PageOf<InteractionDetails>>();
        interactions.MapPost("/", PostInteraction).WithName(nameof(PostInteraction)).WithSummary("Log a call, a mail, a visit or a note with a customer or a lead")
            .RequireAuthorization(Loggers).Produces<InteractionDetails>(StatusCodes.Status201Created);
        interactions.MapGet("/{id:guid}", ReadInteraction).WithName(nameof(ReadInteraction)).WithSummary("Read an interaction").Produces<InteractionDetails>();
        interactions.MapPatch("/{id:guid}", PatchInteraction).WithName(nameof(PatchInteraction)).WithSummary("Correct some fields of an interaction")
            .Accepts<InteractionPatch>("application/merge-patch+json", "application/json")
            .RequireAuthorization(CustomersPermissions.WriteInteractions).Produces<InteractionDetails>();
        interactions.MapDelete("/{id:guid}", RemoveInteraction).WithName(nameof(RemoveInteraction)).WithSummary("Move an interaction to the trash")
            .RequireAuthorization(CustomersPermissions.DeleteInteractions).Produces(StatusCodes.Status204NoContent);
        interactions.MapPost("/{id:guid}/restore", PostInteractionRestore).WithName("RestoreInteraction").WithSummary("Take an interaction out of the trash")
            .RequireAuthorization(CustomersPermissions.DeleteInteractions).Produces<InteractionDetails>();
        interactions.MapGet("/follow-ups", ReadFollowUps).WithName(nameof(ReadFollowUps)).WithSummary("What is to be followed up: overdue, today and in the next days")
            .Produces<FollowUps>();
        interactions.MapPost("/{id:guid}/complete-follow-up", PostFollowUpCompletion).WithName("CompleteFollowUp")
            .WithSummary("Complete a follow-up and, if you like, log what it led to").RequireAuthorization(Loggers).Produces<CompletedFollowUp>();
        interactions.MapGet("/stats", ReadInteractionStats).WithName(nameof(ReadInteractionStats)).WithSummary("Figures of a period: by type and direction, minutes, preferred channel, time to reply")
            .Produces<InteractionStats>();

        app.MapGet("/api/customers/{id:guid}/interactions", ListCustomerInteractions).WithName(nameof(ListCustomerInteractions)).WithTags("Customers")
            .WithSummary("List the interactions with a customer").RequireAuthorization(Readers).RefuseUnknownQuery().Produces<PageOf<InteractionDetails>>();
    }

    private static async Task<IResult> ListInteractions(HttpContext http, [AsParameters] InteractionListQuery query, SearchInteractionsHandler handler, CancellationToken ct) =>
        ApiAnswers.Page(http, await handler.HandleAsync(query.ToRequest(), ct));

    private static async Task<IResult> PostInteraction(HttpContext http, LogInteraction command, LogInteractionHandler handler, CancellationToken ct) =>
        ApiAnswers.Created(http, await handler.HandleAsync(command, ct), interaction => $"/api/interactions/{interaction.Id}");

    private static async Task<IResult> ReadInteraction(HttpContext http, Guid id, GetInteractionHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, await handler.HandleAsync(new GetInteraction(id), ct));

    private static async Task<IResult> PatchInteraction(HttpContext http, Guid id, InteractionPatch fields, IfMatch ifMatch, ChangeInteractionHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, await handler.HandleAsync(new ChangeInteraction(id, fields, ifMatch.Version), ct));

    private static async Task<IResult> RemoveInteraction(Guid id, IfMatch ifMatch, DeleteInteractionHandler handler, CancellationToken ct) =>
        ApiAnswers.NoContent(await handler.HandleAsync(new DeleteInteraction(id, ifMatch.Version), ct));

    private static async Task<IResult> PostInteractionRestore(HttpContext http, Guid id, RestoreInteractionHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, await handler.HandleAsync(new RestoreInteraction(id), ct));

    private static async Task<IResult> ReadFollowUps(
        [FromQuery(Name = "days")] int? days, [FromQuery(Name = "user_id")] string? userId, GetFollowUpsHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(await handler.HandleAsync(new GetFollowUps(days, userId), ct));

    private static async Task<IResult> PostFollowUpCompletion(
        HttpContext http, Guid id, [FromBody(EmptyBodyBehavior = Microsoft.AspNetCore.Mvc.ModelBinding.EmptyBodyBehavior.Allow)] CompleteFollowUp? command,
        IfMatch ifMatch, CompleteFollowUpHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, await handler.HandleAsync(id, command ?? new CompleteFollowUp(), ifMatch.Version, ct));

    private static async Task<IResult> ReadInteractionStats(
        [FromQuery(Name = "from")] string? from, [FromQuery(Name = "to")] string? to, [FromQuery(Name = "customer_id")] Guid? customerId,
        [FromQuery(Name = "lead_id")] Guid? leadId, [FromQuery(Name = "user_id")] string? userId, GetInteractionStatsHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(await handler.HandleAsync(new GetInteractionStats(from, to, customerId, leadId, userId), ct));

    // Somebody else's customer answers as one that does not exist.
    private static async Task<IResult> ListCustomerInteractions(
        HttpContext http, Guid id, [AsParameters] CustomerInteractionsQuery query, GetCustomerHandler customers, SearchInteractionsHandler handler, CancellationToken ct)
    {
        var customer = await customers.HandleAsync(new GetCustomer(id), ct);
        return customer.IsFailure ? customer.Error.ToProblem() : ApiAnswers.Page(http, await handler.HandleAsync(query.Of(id), ct));
    }
}
