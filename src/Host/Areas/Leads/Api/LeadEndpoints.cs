using IswitchRoofs.Host.Web.Api;
using IswitchRoofs.Leads.Application;
using IswitchRoofs.Leads.Application.Conversion;
using IswitchRoofs.Leads.Application.Duplicates;
using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Leads.Application.Scoring;
using IswitchRoofs.Shared.Application.Paging;
using Microsoft.AspNetCore.Mvc;

namespace IswitchRoofs.Host.Areas.Leads.Api;

/// <summary>REST door of the leads.</summary>
internal static class LeadEndpoints
{
    public static void MapLeadsApi(this IEndpointRouteBuilder app)
    {
        var leads = app.MapGroup("/api/leads").WithTags("Leads").RequireAuthorization(LeadsPermissions.Read)
            .RefuseUnknownQuery().WithIdempotency("leads");
        leads.MapGet("/", ListLeads).WithName(nameof(ListLeads)).WithSummary("List leads").Produces<PageOf<LeadRow>>();
        leads.MapPost("/", PostLead).WithName(nameof(PostLead)).WithSummary("Capture a lead: scored, assigned and announced")
            .RequireAuthorization(LeadsPermissions.Write).Produces<LeadDetails>(StatusCodes.Status201Created);
        leads.MapPost("/score/preview", PostScorePreview).WithName(nameof(PostScorePreview)).WithSummary("What a lead like this would score; saves nothing")
            .Produces<ScoreExplanation>();
        leads.MapGet("/{id:guid}", ReadLead).WithName(nameof(ReadLead)).WithSummary("Read a lead").Produces<LeadDetails>();
        leads.MapPatch("/{id:guid}", PatchLead).WithName(nameof(PatchLead)).WithSummary("Change some fields of a lead")
            .Accepts<UpdateLead>("application/merge-patch+json", "application/json")
            .RequireAuthorization(LeadsPermissions.Write).Produces<LeadDetails>();
        leads.MapPut("/{id:guid}", PutLead).WithName(nameof(PutLead)).WithSummary("Replace all fields of a lead")
            .RequireAuthorization(LeadsPermissions.Write).Produces<LeadDetails>();
        leads.MapDelete("/{id:guid}", RemoveLead).WithName(nameof(RemoveLead)).WithSummary("Move a lead to the trash")
            .RequireAuthorization(LeadsPermissions.Delete).Produces(StatusCodes.Status204NoContent);
        leads.MapPost("/{id:guid}/restore", PostRestore).WithName("RestoreLead").WithSummary("Take a lead out of the trash")
            .RequireAuthorization(LeadsPermissions.Delete).Produces<LeadDetails>();
        leads.MapPost("/{id:guid}/assign", PostAssignment).WithName("AssignLead").WithSummary("Hand a lead to somebody, by name or by strategy")
            .RequireAuthorization(LeadsPermissions.Write).Produces<LeadDetails>();
        leads.MapPost("/{id:guid}/status", PostStatus).WithName("ChangeLeadStatus").WithSummary("Move a lead in the pipeline")
            .RequireAuthorization(LeadsPermissions.Write).Produces<LeadDetails>();

        // Outside the group: it waits for other modules, which see nothing before the commit, and repeats itself by nature.
        app.MapPost("/api/leads/{id:guid}/convert", PostConversion).WithName("ConvertLead").WithTags("Leads")
            .WithSummary("Make a lead a customer: linked, found by e-mail or new, with a project if wanted")
            .RequireAuthorization(LeadsPermissions.Read).RequireAuthorization(LeadsPermissions.Write).RefuseUnknownQuery().Produces<ConvertedLead>();
        leads.MapGet("/{id:guid}/duplicates", ReadDuplicates).WithName("ReadLeadDuplicates").WithSummary("Other open leads, and customers, with the same phone, e-mail or address")
            .WithDescription("At most five of each; `matched_on` is the first of the three that is the same.").Produces<LeadDuplicates>();
        leads.MapGet("/{id:guid}/history", ReadHistory).WithName("ReadLeadHistory").WithSummary("Moves, score changes and assignments, newest first")
            .Produces<PageOf<LeadHistoryRow>>();
    }

    private static async Task<IResult> ListLeads(HttpContext http, [AsParameters] LeadListQuery query, SearchLeadsHandler handler, CancellationToken ct) =>
        ApiAnswers.Page(http, await handler.HandleAsync(query.ToRequest(), ct));

    private static async Task<IResult> PostLead(
        HttpContext http, CreateLead command, [FromQuery(Name = "allow_duplicate")] bool? allowDuplicate, CreateLeadHandler handler, CancellationToken ct) =>
        ApiAnswers.Created(http, await handler.HandleAsync(command with { AllowDuplicate = command.AllowDuplicate ?? allowDuplicate }, ct), lead => $"/api/leads/{lead.Id}");

    private static async Task<IResult> PostScorePreview(PreviewScore request, PreviewScoreHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(await handler.HandleAsync(request, ct));

    private static async Task<IResult> ReadLead(HttpContext http, Guid id, GetLeadHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, await handler.HandleAsync(new GetLead(id), ct));

    private static async Task<IResult> PatchLead(HttpContext http, Guid id, UpdateLead command, IfMatch ifMatch, UpdateLeadHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, await handler.HandleAsync(id, command, ifMatch.Version, ct));

    private static async Task<IResult> PutLead(HttpContext http, Guid id, ReplaceLead command, IfMatch ifMatch, UpdateLeadHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, await handler.ReplaceAsync(id, command, ifMatch.Version, ct));

    private static async Task<IResult> RemoveLead(Guid id, IfMatch ifMatch, DeleteLeadHandler handler, CancellationToken ct) =>
        ApiAnswers.NoContent(await handler.HandleAsync(new DeleteLead(id, ifMatch.Version), ct));

    private static async Task<IResult> PostRestore(HttpContext http, Guid id, RestoreLeadHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, await handler.HandleAsync(new RestoreLead(id), ct));

    private static async Task<IResult> PostAssignment(HttpContext http, Guid id, AssignLead command, IfMatch ifMatch, AssignLeadHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, await handler.HandleAsync(id, command, ifMatch.Version, ct));

    private static async Task<IResult> PostStatus(HttpContext http, Guid id, ChangeLeadStatus command, IfMatch ifMatch, ChangeLeadStatusHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, await handler.HandleAsync(id, command, ifMatch.Version, ct));

    private static async Task<IResult> PostConversion(Guid id, ConvertLead command, IfMatch ifMatch, ConvertLeadHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(await handler.HandleAsync(id, command, ifMatch.Version, ct));

    private static async Task<IResult> ReadDuplicates(Guid id, GetLeadDuplicatesHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(await handler.HandleAsync(new GetLeadDuplicates(id), ct));

    private static async Task<IResult> ReadHistory(HttpContext http, Guid id, [AsParameters] PageQuery page, GetLeadHistoryHandler handler, CancellationToken ct) =>
        ApiAnswers.Page(http, await handler.HandleAsync(new GetLeadHistory(id, page.ToRequest()), ct));
}
