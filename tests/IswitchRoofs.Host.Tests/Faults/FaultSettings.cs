namespace IswitchRoofs.Host.Tests.Faults;

internal static class FaultSettings
{
    /// <summary>Collection of the tests that start and kill hosts: each brings load enough for the machine.</summary>
    public const string OneAtATime = "Faults";

    /// <summary>Of a host that works on a test's database, without demo data and without limits.</summary>
    public static Dictionary<string, string?> On(string connectionString) => new()
    {
        ["ConnectionStrings:Database"] = connectionString,
        ["Demo:Data"] = "false",
        ["RateLimits:ReadsPerMinute"] = "0",
        ["RateLimits:WritesPerMinute"] = "0",
        ["RateLimits:SearchesPerMinute"] = "0",
        ["RateLimits:SignInsPerMinute"] = "0",
    };
}

[CollectionDefinition(FaultSettings.OneAtATime)]
public sealed class OneFaultAtATime;
