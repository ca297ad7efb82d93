using IswitchRoofs.Host.Web.Api;
using IswitchRoofs.Identity.Application;
using IswitchRoofs.Leads.Application.Stale;

namespace IswitchRoofs.Host.Areas.Leads.Api;

/// <summary>REST door of the stale limits (L8).</summary>
internal static class StaleEndpoints
{
    public static void MapStaleApi(this IEndpointRouteBuilder app)
    {
        var settings = app.MapGroup("/api/settings/stale-limits").WithTags("Settings").RequireAuthorization(IdentityPermissions.ManageSettings).RefuseUnknownQuery();
        settings.MapGet("/", ReadStaleLimits).WithName(nameof(ReadStaleLimits)).WithSummary("After how many days without a touch a lead is stale, by status")
            .Produces<StaleRulesDetails>();
        settings.MapPut("/", ReplaceStaleLimits).WithName(nameof(ReplaceStaleLimits)).WithSummary("Set the stale limits; they hold at once for every open lead")
            .Produces<StaleRulesDetails>();
    }

    private static async Task<IResult> ReadStaleLimits(HttpContext http, GetStaleRulesHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, (await handler.HandleAsync(new GetStaleRules(), ct)).Versioned(r => r.Version));

    private static async Task<IResult> ReplaceStaleLimits(HttpContext http, StaleRulesFields fields, IfMatch ifMatch, ChangeStaleRulesHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, (await handler.HandleAsync(new ChangeStaleRules(fields, ifMatch.Version), ct)).Versioned(r => r.Version));
}
