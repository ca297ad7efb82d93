using IswitchRoofs.Analytics.Application;
using IswitchRoofs.Analytics.Application.Dashboards;
using IswitchRoofs.Analytics.Application.Rebuilds;
using IswitchRoofs.Host.Web.Api;
using IswitchRoofs.Host.Web.Errors;
using Microsoft.AspNetCore.Mvc;

namespace IswitchRoofs.Host.Areas.Analytics.Api;

/// <summary>REST door of the figures.</summary>
internal static class AnalyticsEndpoints
{
    internal const string MayRead = $"{AnalyticsPermissions.Read}|{AnalyticsPermissions.ReadOwn}";

    public static void MapAnalyticsApi(this IEndpointRouteBuilder app)
    {
        var analytics = app.MapGroup("/api/analytics").WithTags("Analytics").RequireAuthorization(MayRead)
            .RefuseUnknownQuery().WithIdempotency("analytics");
        analytics.MapGet("/dashboard", ReadDashboard).WithName(nameof(ReadDashboard))
            .WithSummary("Today, and the figures of a period against the equally long one before").Produces<Dashboard>();
        analytics.MapGet("/events/rebuild", ReadRebuild).WithName(nameof(ReadRebuild)).WithSummary("How the last rebuild of the figures went")
            .RequireAuthorization(AnalyticsPermissions.Manage).Produces<RebuildOverview>();
        analytics.MapPost("/events/rebuild", PostRebuild).WithName(nameof(PostRebuild)).WithSummary("Make all figures anew from the event log, while running")
            .RequireAuthorization(AnalyticsPermissions.Manage).Produces<RebuildState>(StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> ReadDashboard(
        [FromQuery(Name = "period")] string? period, [FromQuery(Name = "from")] DateOnly? from, [FromQuery(Name = "to")] DateOnly? to,
        GetDashboardHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(await handler.HandleAsync(new GetDashboard(period, from, to), ct));

    private static async Task<IResult> ReadRebuild(GetRebuildHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(await handler.HandleAsync(new GetRebuild(), ct));

    private static async Task<IResult> PostRebuild(RequestRebuildHandler handler, CancellationToken ct)
    {
        var result = await handler.HandleAsync(new RequestRebuild(), ct);
        return result.IsFailure ? result.Error.ToProblem() : TypedResults.Accepted("/api/analytics/events/rebuild", result.Value);
    }
}
