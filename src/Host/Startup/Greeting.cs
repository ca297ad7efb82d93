using IswitchRoofs.Shared.Application;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace IswitchRoofs.Host.Startup;

/// <summary>Where the site is and who can sign in, for whoever just started a fresh clone.</summary>
internal static class Greeting
{
    private const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Nothing configured an address: only this machine may come in.</summary>
    public static void UseDefaultUrl(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration["urls"]) && string.IsNullOrEmpty(builder.Configuration["http_ports"])) builder.WebHost.UseUrls(DefaultUrl);
    }

    public static void GreetWhenStarted(this WebApplication app, bool hasDemoData) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        if (!hasDemoData) return;
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        Console.WriteLine(
            $"""

             IswitchRoofs CRM is ready: {string.Join(", ", addresses)}

               admin@iswitchroofs.example     manager@iswitchroofs.example
               sales@iswitchroofs.example     sales2@iswitchroofs.example
               tech@iswitchroofs.example      tech2@iswitchroofs.example
               Password of all of them: {DemoPeople.Password}

             Ctrl+C stops it.

             """);
    });
}
