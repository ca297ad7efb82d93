using System.Globalization;
using IswitchRoofs.TestKit;

namespace IswitchRoofs.Host.Tests.Faults;

/// <summary>Nothing acknowledged is lost, and nothing happens twice, although hosts are killed at any instruction (R-1, R-3).</summary>
[Trait("Category", "Alone")]
public abstract class KillTests : IAsyncLifetime
{
    // Twenty is what is promised, and what ./test.sh kills does; the gate has to end in time on a slow machine.
    protected static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 2;
    protected const int LeadsPerSecond = 50;

    // Fixed, so that a failure can be looked at again.
    protected Random Random { get; } = new(20261123);
    protected TestDatabase Database { get; private set; } = null!;

    protected Dictionary<string, string?> Settings { get; private set; } = [];

    public async Task InitializeAsync()
    {
        Database = await HostFixture.CreateDatabaseAsync();
        Settings = FaultSettings.On(Database.ConnectionString);

        // What is killed here is the way of a lead; jobs have a test of their own, and forty starts are quicker without them.
        Settings["Jobs:Enabled"] = "false";
    }

    public async Task DisposeAsync() => await Database.DisposeAsync();

    private protected static async Task TakenAsync(Ledger ledger, int before, params HostProcess[] hosts)
    {
        try
        {
            await Eventually.HoldsAsync(() => Task.FromResult(ledger.Acknowledged > before), "leads are taken", TimeSpan.FromMinutes(3));
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"{e.Message}\n{string.Join("\n--\n", hosts.Select(h => h.Output))}", e);
        }
    }
}
