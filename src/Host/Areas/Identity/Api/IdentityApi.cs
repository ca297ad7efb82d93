namespace IswitchRoofs.Host.Areas.Identity.Api;

internal static class IdentityApi
{
    /// <summary>Accounts, users, teams, notifications and integrations; <c>/connect</c> and <c>/.well-known</c> are the token server's own.</summary>
    public static void MapIdentityApi(this IEndpointRouteBuilder app)
    {
        app.MapAuthApi();
        app.MapUsersApi();
        app.MapSecuritySettingsApi();
        app.MapTeamsApi();
        app.MapAvailabilityApi();
        app.MapSettingsApi();
        app.MapCompanyApi();
        app.MapNotificationsApi();
        app.MapSavedViewsApi();
        app.MapIntegrationsApi();
    }
}
