using IswitchRoofs.Host.Realtime;
using IswitchRoofs.Host.Web.Api;
using IswitchRoofs.Identity.Application;
using IswitchRoofs.Identity.Application.Company;

namespace IswitchRoofs.Host.Areas.Identity.Api;

internal static class SettingsEndpoints
{
    public static void MapSettingsApi(this IEndpointRouteBuilder app)
    {
        var settings = app.MapGroup("/api/settings").WithTags("Settings").RequireAuthorization(IdentityPermissions.ManageSettings).RefuseUnknownQuery();
        settings.MapGet("/hours", ReadHours).WithName("ReadBusinessHours").WithSummary("Business hours and holidays").Produces<BusinessHoursDetails>();
        settings.MapPut("/hours", PutHours).WithName("ReplaceBusinessHours").WithSummary("Replace business hours and holidays").Produces<BusinessHoursDetails>();
        settings.MapGet("/realtime", ReadRealtime).WithName("ReadRealtimeSettings").WithSummary("How live updates reach browsers, and how many listen at this host");
    }

    private static RealtimeOverview ReadRealtime(IServiceProvider services) => RealtimeOverview.Of(services);

    private static async Task<IResult> ReadHours(HttpContext http, GetBusinessHoursHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, (await handler.HandleAsync(new GetBusinessHours(), ct)).Versioned(h => h.Version));

    private static async Task<IResult> PutHours(HttpContext http, BusinessHoursFields fields, IfMatch ifMatch, ChangeBusinessHoursHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, (await handler.HandleAsync(new ChangeBusinessHours(fields, ifMatch.Version), ct)).Versioned(h => h.Version));
}
