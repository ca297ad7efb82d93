using IswitchRoofs.Shared.Application;
using Microsoft.AspNetCore.Connections;
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

    /// <summary>Runs until it is stopped; a taken address is said in a sentence, since a second start is a common slip.</summary>
    public static async Task RunUntilStoppedAsync(this WebApplication app)
    {
        try
        {
            await app.RunAsync();
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"{e.Message} Another host may run there: stop it, or choose another address with --urls http://127.0.0.1:5081");
            Environment.ExitCode = 1;
        }
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
