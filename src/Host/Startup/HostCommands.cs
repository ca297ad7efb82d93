using IswitchRoofs.Identity.Application.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Infrastructure.Persistence;

namespace IswitchRoofs.Host.Startup;

/// <summary>What the program can do instead of serving: <c>migrate</c>, <c>demo [--leads N]</c>, <c>admin --email X --name Y</c>.</summary>
internal static class HostCommands
{
    public static async Task<bool> TryRunAsync(WebApplication app, string[] args)
    {
        switch (args.FirstOrDefault())
        {
            case "migrate":
                await app.Services.GetRequiredService<DatabaseMigration>().RunAsync(CancellationToken.None);
                return true;
            case "demo":
                if (app.Environment.IsProduction()) throw new InvalidOperationException("Demo data must not be written in production.");
                await app.Services.GetRequiredService<DatabaseMigration>().RunAsync(CancellationToken.None);
                await Database.SeedAsync(app.Services, CancellationToken.None);
                await using (var scope = app.Services.CreateAsyncScope())
                    if (app.Configuration.GetValue<int?>("leads") is { } leads)
                        await WriteLargeSetAsync(scope.ServiceProvider, leads);
                return true;
            case "admin":
                await using (var scope = app.Services.CreateAsyncScope())
                    await InviteAdminAsync(scope.ServiceProvider, app.Configuration);
                return true;
            default:
                return false;
        }
    }

    // The link goes to whoever runs the server: there may be neither an administrator nor a mail server yet.
    private static async Task InviteAdminAsync(IServiceProvider services, IConfiguration configuration)
    {
        var invited = await services.GetRequiredService<InviteFirstAdminHandler>()
            .HandleAsync(new InviteFirstAdmin(configuration["email"], configuration["name"]), CancellationToken.None);
        if (invited.IsFailure)
        {
            var reasons = invited.Error.Fields.SelectMany(f => f.Value.Select(message => $"--{f.Key} {message}")).DefaultIfEmpty(invited.Error.Detail);
            throw new InvalidOperationException(string.Join(' ', reasons));
        }

        Console.WriteLine($"Open this link to choose a password. It works once, for 72 hours:{Environment.NewLine}{invited.Value.Link}");
    }

    private static async Task WriteLargeSetAsync(IServiceProvider services, int leads)
    {
        foreach (var set in services.GetServices<ILargeDemoSet>())
        {
            var events = await set.WriteAsync(leads, CancellationToken.None);
            foreach (var taker in services.GetServices<IBulkEvents>()) await taker.TakeAsync(events, CancellationToken.None);
        }
    }
}
