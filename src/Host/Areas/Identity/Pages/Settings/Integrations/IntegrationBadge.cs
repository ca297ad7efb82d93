using IswitchRoofs.Identity.Application.Integrations;

namespace IswitchRoofs.Host.Areas.Identity.Pages.Settings.Integrations;

internal static class IntegrationBadge
{
    public static (string Word, string Tone) Of(IntegrationDetails integration, DateTimeOffset now) =>
        !integration.IsActive ? ("Disabled", "gray") : integration.ExpiresAt <= now ? ("Expired", "orange") : ("Active", "green");

    public static string Kind(string kind) => kind == "authorization_code" ? "App for people" : "Program";
}
