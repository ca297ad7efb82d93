namespace IswitchRoofs.Host.Web.Display;

/// <summary>What a session ran on, as people call it: "Chrome on Windows".</summary>
internal static class Devices
{
    // In this order: browsers name their forebears too.
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("Edg/", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("CriOS/", "Chrome"),
        ("FxiOS/", "Firefox"), ("Safari/", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ];

    /// <param name="device">What the client called itself; it wins.</param>
    public static string Describe(string? device, string? userAgent)
    {
        if (!string.IsNullOrWhiteSpace(device)) return device;
        if (string.IsNullOrWhiteSpace(userAgent)) return "Unknown device";
        var browser = Find(Browsers, userAgent);
        var system = Find(Systems, userAgent);
        return (browser, system) switch
        {
            ({ } b, { } s) => $"{b} on {s}",
            ({ } b, null) => b,
            (null, { } s) => s,
            _ => userAgent.Length > 40 ? userAgent[..40] : userAgent,
        };
    }

    private static string? Find((string Sign, string Name)[] known, string userAgent) =>
        Array.Find(known, k => userAgent.Contains(k.Sign, StringComparison.Ordinal)).Name;
}
