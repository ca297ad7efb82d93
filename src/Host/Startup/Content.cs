namespace IswitchRoofs.Host.Startup;

internal static class Content
{
    /// <summary>A published host finds its settings and pages beside itself, wherever it was started from.</summary>
    public static WebApplicationOptions Options(string[] args) => new()
    {
        Args = args,
        ContentRootPath = File.Exists("appsettings.json") ? null : AppContext.BaseDirectory,
    };
}
