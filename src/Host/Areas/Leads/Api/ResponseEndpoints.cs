using IswitchRoofs.Host.Web.Api;
using IswitchRoofs.Identity.Application;
using IswitchRoofs.Leads.Application;
using IswitchRoofs.Leads.Application.FollowUps;
using IswitchRoofs.Leads.Application.Response;
using Microsoft.AspNetCore.Mvc;

namespace IswitchRoofs.Host.Areas.Leads.Api;

/// <summary>REST door of the response clock.</summary>
internal static class ResponseEndpoints
{
    public static void MapResponseApi(this IEndpointRouteBuilder app)
    {
        var leads = app.MapGroup("/api/leads").WithTags("Leads").RequireAuthorization(LeadsPermissions.Read).RefuseUnknownQuery();
        leads.MapGet("/{id:guid}/response", ReadResponse).WithName("ReadLeadResponse").WithSummary("The response clock of a lead: when its answer is due, or how long it took")
            .Produces<LeadResponse>();
        leads.MapGet("/follow-ups", ReadLeadFollowUps).WithName(nameof(ReadLeadFollowUps)).WithSummary("Open leads whose follow-up is late, today or soon: mine, somebody's or all")
            .Produces<LeadFollowUps>();
        leads.MapGet("/stats/response", ReadResponseFigures).WithName(nameof(ReadResponseFigures))
            .WithSummary("How fast leads are answered: share within target, median and 90th percentile, by source, hour and person").Produces<ResponseFigures>();

        var settings = app.MapGroup("/api/settings/response-targets").WithTags("Settings").RequireAuthorization(IdentityPermissions.ManageSettings).RefuseUnknownQuery();
        settings.MapGet("/", ReadResponseTargets).WithName(nameof(ReadResponseTargets)).WithSummary("How soon leads are to be answered, and whether storm mode is on")
            .Produces<ResponseRulesDetails>();
        settings.MapPut("/", PutResponseTargets).WithName("ReplaceResponseTargets").WithSummary("Set the targets and switch storm mode; holds at once for every lead that waits")
            .Produces<ResponseRulesDetails>();
    }

    private static async Task<IResult> ReadResponse(Guid id, GetLeadResponseHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(await handler.HandleAsync(new GetLeadResponse(id), ct));

    private static async Task<IResult> ReadLeadFollowUps(
        [FromQuery(Name = "days")] int? days, [FromQuery(Name = "assigned_to")] string? assignedTo, GetLeadFollowUpsHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(await handler.HandleAsync(new GetLeadFollowUps(days, assignedTo), ct));

    private static async Task<IResult> ReadResponseFigures(
        [FromQuery(Name = "from")] string? from, [FromQuery(Name = "to")] string? to, GetResponseFiguresHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(await handler.HandleAsync(new GetResponseFigures(from, to), ct));

    private static async Task<IResult> ReadResponseTargets(HttpContext http, GetResponseRulesHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, (await handler.HandleAsync(new GetResponseRules(), ct)).Versioned(r => r.Version));

    private static async Task<IResult> PutResponseTargets(HttpContext http, ResponseRulesFields fields, IfMatch ifMatch, ChangeResponseRulesHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, (await handler.HandleAsync(new ChangeResponseRules(fields, ifMatch.Version), ct)).Versioned(r => r.Version));
}
