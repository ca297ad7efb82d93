using IswitchRoofs.TestKit;

namespace IswitchRoofs.Host.Tests.Faults;

/// <summary>Nothing acknowledged is lost, and nothing happens twice, although hosts are killed at any instruction (R-1, R-3).</summary>
[Trait("Category", "Fault")]
public sealed class KillTests : IAsyncLifetime
{
    private const int Kills = 20;
    private const int LeadsPerSecond = 50;

    // Fixed, so that a failure can be looked at again.
    private readonly Random _random = new(20261123);
    private TestDatabase _database = null!;
    private Dictionary<string, string?> _settings = [];

    public async Task InitializeAsync()
    {
        _database = await HostFixture.CreateDatabaseAsync();
        _settings = FaultSettings.On(_database.ConnectionString);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task A_host_that_is_killed_twenty_times_under_load_loses_nothing_and_repeats_nothing()
    {
        var port = HostProcess.FreePort();
        var host = await HostProcess.StartAsync(_settings, port);
        try
        {
            await using var ledger = new Ledger(() => host.Address, await HostFixture.LogInAsync(host.Http, "manager"), LeadsPerSecond);
            ledger.Start();
            for (var kill = 0; kill < Kills; kill++)
            {
                var before = ledger.Acknowledged;
                await TakenAsync(ledger, before, host);
                await Task.Delay(_random.Next(0, 900));
                await host.DisposeAsync();
                host = HostProcess.Launch(_settings, port);
            }

            await host.ReadyAsync();
            await ledger.StopAsync();

            ledger.Acknowledged.ShouldBeGreaterThan(Kills * 10);
            ledger.Repeats.ShouldBeGreaterThan(0);
            await ledger.ReconcileAsync(_database);
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    [Fact]
    public async Task Two_hosts_on_one_database_that_are_killed_in_turn_lose_nothing_and_repeat_nothing()
    {
        int[] ports = [HostProcess.FreePort(), HostProcess.FreePort()];
        HostProcess[] hosts = [await HostProcess.StartAsync(_settings, ports[0]), await HostProcess.StartAsync(_settings, ports[1])];
        try
        {
            var turn = 0;
            await using var ledger = new Ledger(
                () => hosts[Interlocked.Increment(ref turn) % 2].Address, await HostFixture.LogInAsync(hosts[0].Http, "manager"), LeadsPerSecond);
            ledger.Start();
            for (var kill = 0; kill < Kills; kill++)
            {
                var which = kill % 2;
                var before = ledger.Acknowledged;
                await TakenAsync(ledger, before, hosts);
                await Task.Delay(_random.Next(0, 700));
                await hosts[which].DisposeAsync();
                hosts[which] = HostProcess.Launch(_settings, ports[which]);
                if (kill % 4 != 3) await hosts[which].ReadyAsync();
            }

            foreach (var host in hosts) await host.ReadyAsync();
            await ledger.StopAsync();

            ledger.Acknowledged.ShouldBeGreaterThan(Kills * 10);
            await ledger.ReconcileAsync(_database);
        }
        finally
        {
            foreach (var host in hosts) await host.DisposeAsync();
        }
    }

    private static async Task TakenAsync(Ledger ledger, int before, params HostProcess[] hosts)
    {
        try
        {
            await Eventually.HoldsAsync(() => Task.FromResult(ledger.Acknowledged > before), "leads are taken", TimeSpan.FromSeconds(90));
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"{e.Message}\n{string.Join("\n--\n", hosts.Select(h => h.Output))}", e);
        }
    }
}
