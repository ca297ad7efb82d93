namespace IswitchRoofs.Host.Tests.Faults;

[Collection(FaultSettings.OneAtATime)]
public sealed class KillTwoHostsTests : KillTests
{
    [Fact]
    public async Task Two_hosts_on_one_database_that_are_killed_in_turn_lose_nothing_and_repeat_nothing()
    {
        int[] ports = [HostProcess.FreePort(), HostProcess.FreePort()];
        HostProcess[] hosts = [await HostProcess.StartAsync(Settings, ports[0]), await HostProcess.StartAsync(Settings, ports[1])];
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
                await Task.Delay(Random.Next(0, 700));
                await hosts[which].DisposeAsync();
                hosts[which] = HostProcess.Launch(Settings, ports[which]);

                // Half of them die while the other works at full load, half while the other is just coming up.
                if (kill % 4 < 2) await hosts[which].ReadyAsync();
            }

            foreach (var host in hosts) await host.ReadyAsync();
            await ledger.StopAsync();

            ledger.Acknowledged.ShouldBeGreaterThan(Kills * 10);
            await ledger.ReconcileAsync(Database);
        }
        finally
        {
            foreach (var host in hosts) await host.DisposeAsync();
        }
    }
}
