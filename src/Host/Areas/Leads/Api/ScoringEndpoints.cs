using IswitchRoofs.Host.Web.Api;
using IswitchRoofs.Leads.Application;
using IswitchRoofs.Leads.Application.Scoring;

namespace IswitchRoofs.Host.Areas.Leads.Api;

/// <summary>REST door of the scoring rules.</summary>
internal static class ScoringEndpoints
{
    public static void MapScoringApi(this IEndpointRouteBuilder app)
    {
        var scoring = app.MapGroup("/api/leads/scoring").WithTags("Leads").RequireAuthorization(LeadsPermissions.ManageScoring).RefuseUnknownQuery().WithIdempotency("leads");
        scoring.MapGet("/", ReadScoringRules).WithName(nameof(ReadScoringRules)).WithSummary("The rules that leads are scored by; the ETag is the number of the version")
            .Produces<ScoringRuleSetDetails>();
        scoring.MapGet("/versions", ReadScoringVersions).WithName(nameof(ReadScoringVersions)).WithSummary("All versions of the rules, the newest first")
            .Produces<ScoringVersions>();
        scoring.MapPost("/preview", PostScoringPreview).WithName(nameof(PostScoringPreview)).WithSummary("How many open leads would change band by these rules; saves nothing")
            .Produces<ScoringPreview>();
        scoring.MapPut("/", PutScoringRules).WithName("ReplaceScoringRules").WithSummary("Save the rules as a new version and score all open leads by them, in the background")
            .Produces<ScoringRuleSetDetails>();
        scoring.MapGet("/rescoring", ReadRescoring).WithName(nameof(ReadRescoring)).WithSummary("How far the open leads are with the rules that were saved last")
            .Produces<RescoringOverview>();
    }

    private static async Task<IResult> ReadScoringRules(HttpContext http, GetScoringRulesHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, await handler.HandleAsync(new GetScoringRules(), ct));

    private static async Task<IResult> ReadScoringVersions(GetScoringVersionsHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(await handler.HandleAsync(new GetScoringVersions(), ct));

    private static async Task<IResult> PostScoringPreview(PreviewScoringRules request, PreviewScoringRulesHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(await handler.HandleAsync(request, ct));

    private static async Task<IResult> PutScoringRules(HttpContext http, ChangeScoringRules command, IfMatch ifMatch, ChangeScoringRulesHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, await handler.HandleAsync(command, ifMatch.Version, ct));

    private static async Task<IResult> ReadRescoring(GetRescoringHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(await handler.HandleAsync(new GetRescoring(), ct));
}
