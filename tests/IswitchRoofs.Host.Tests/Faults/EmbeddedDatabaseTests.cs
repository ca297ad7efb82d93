using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using IswitchRoofs.Host.Tests.Http;
using IswitchRoofs.TestKit;

namespace IswitchRoofs.Host.Tests.Faults;

/// <summary>The host with a database of its own, as a fresh clone runs it.</summary>
[Trait("Category", "Fault")]
[Collection(FaultSettings.OneAtATime)]
public sealed class EmbeddedDatabaseTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("iswitchroofs-embedded-").FullName;
    private readonly Dictionary<string, string?> _settings;

    public EmbeddedDatabaseTests()
    {
        // As root the server runs as nobody, who must be able to enter.
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_folder, File.GetUnixFileMode(_folder) | UnixFileMode.OtherExecute);
        _settings = FaultSettings.On("");
        _settings.Remove("ConnectionStrings:Database");
        _settings["Database:Embedded:Directory"] = Path.Combine(_folder, "data");
        _settings["Demo:Data"] = "true";
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_starts_from_nothing_survives_a_kill_is_shared_by_two_hosts_and_leaves_nothing_behind()
    {
        string uri;
        await using (var killed = HostProcess.Launch(_settings))
        {
            await killed.ReadyAsync(TimeSpan.FromMinutes(3));
            using var client = await SignedInAsync(killed);
            (uri, _, _) = await client.HavingLeadAsync();
            await killed.KillAsync();
        }

        await using var first = HostProcess.Launch(_settings);
        await first.ReadyAsync(TimeSpan.FromMinutes(2));
        await using var second = HostProcess.Launch(_settings);
        await second.ReadyAsync(TimeSpan.FromMinutes(2));
        foreach (var host in (HostProcess[])[first, second])
        {
            using var client = await SignedInAsync(host);
            (await client.GetAsync(uri)).StatusCode.ShouldBe(HttpStatusCode.OK);
            await client.HavingLeadAsync();
        }

        await using (var third = HostProcess.Launch(_settings, first.Address.Port))
        {
            (await third.EndAsync()).ShouldBe(1);
            third.Output.ShouldContain("Another host may run there");
        }

        (await second.InterruptAsync()).ShouldBe(0, second.Output);
        using (var client = await SignedInAsync(first)) (await client.GetAsync(uri)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await first.InterruptAsync()).ShouldBe(0, first.Output);
        await Eventually.GetAsync(ServersAsync, servers => servers.Length == 0, "no server of this folder is left");
    }

    private async Task<string> ServersAsync()
    {
        using var search = Process.Start(new ProcessStartInfo("pgrep", ["-fa", $"postgres.*{_folder}"]) { RedirectStandardOutput = true })!;
        var found = await search.StandardOutput.ReadToEndAsync();
        await search.WaitForExitAsync();
        return found.Trim();
    }

    private static async Task<HttpClient> SignedInAsync(HostProcess host)
    {
        var client = new HttpClient { BaseAddress = host.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await HostFixture.LogInAsync(host.Http, "manager"));
        return client;
    }
}
