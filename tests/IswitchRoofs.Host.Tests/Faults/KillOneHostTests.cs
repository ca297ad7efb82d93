namespace IswitchRoofs.Host.Tests.Faults;

[Collection(FaultSettings.OneAtATime)]
public sealed class KillOneHostTests : KillTests
{
    [Fact]
    public async Task A_host_that_is_killed_again_and_again_under_load_loses_nothing_and_repeats_nothing()
    {
        var port = HostProcess.FreePort();
        var host = await HostProcess.StartAsync(Settings, port);
        try
        {
            await using var ledger = new Ledger(() => host.Address, await HostFixture.LogInAsync(host.Http, "manager"), LeadsPerSecond);
            ledger.Start();
            for (var kill = 0; kill < Kills; kill++)
            {
                var before = ledger.Acknowledged;
                await TakenAsync(ledger, before, host);
                await Task.Delay(Random.Next(0, 900));
                await host.DisposeAsync();
                host = HostProcess.Launch(Settings, port);
            }

            await host.ReadyAsync();
            await ledger.StopAsync();

            ledger.Acknowledged.ShouldBeGreaterThan(Kills * 10);
            ledger.Repeats.ShouldBeGreaterThan(0);
            await ledger.ReconcileAsync(Database);
        }
        finally
        {
            await host.DisposeAsync();
        }
    }
}
