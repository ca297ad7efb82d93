using System.Text;
using IswitchRoofs.Shared.Infrastructure.Idempotency;
using IswitchRoofs.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace IswitchRoofs.Shared.Tests.Messaging;

public sealed class IdempotencyTests : IAsyncLifetime, IAsyncDisposable
{
    private static readonly StoredAnswer Created = new(201, Encoding.UTF8.GetBytes("{}"), new Dictionary<string, string> { ["Location"] = "/things/1" });
    private TestDatabase _database = null!;
    private ThingsHost _host = null!;

    public async Task InitializeAsync()
    {
        _database = await ThingsHost.CreateDatabaseAsync();
        _host = new ThingsHost(_database.ConnectionString);
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _database.DisposeAsync();
    }

    async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();

    [Fact]
    public async Task The_first_outcome_is_found_again_by_the_same_caller_only()
    {
        await FirstAsync("sam", "k1");

        await using var scope = _host.Services.CreateAsyncScope();
        var again = await Transactions(scope).BeginAsync("sam", "k1", default);
        (again.RequestHash, again.Answer!.Status, again.Answer.Headers["Location"]).ShouldBe(("hash", 201, "/things/1"));
        await using var other = _host.Services.CreateAsyncScope();
        (await Transactions(other).BeginAsync("dana", "k1", default)).Answer.ShouldBeNull();
    }

    [Fact]
    public async Task While_the_first_runs_another_sees_it_running_and_after_a_rollback_may_run()
    {
        await using var first = _host.Services.CreateAsyncScope();
        await using var second = _host.Services.CreateAsyncScope();
        (await Transactions(first).BeginAsync("sam", "k1", default)).IsRunning.ShouldBeFalse();
        first.ServiceProvider.GetRequiredService<ThingsDbContext>().Add(Thing.Make().Touch("hello"));
        await first.ServiceProvider.GetRequiredService<ThingsDbContext>().SaveChangesAsync();

        (await Transactions(second).BeginAsync("sam", "k1", default)).IsRunning.ShouldBeTrue();
        await Transactions(second).RollbackAsync();
        await Transactions(first).RollbackAsync();

        var now = await Transactions(second).BeginAsync("sam", "k1", default);
        (now.IsRunning, now.Answer).ShouldBe((false, null));
        (await _database.ScalarAsync<long>("SELECT count(*) FROM things.things")).ShouldBe(0);
        (await _database.ScalarAsync<long>("SELECT count(*) FROM things.outbox_messages")).ShouldBe(0);
    }

    [Fact]
    public async Task After_a_day_a_key_is_new_again()
    {
        await FirstAsync("sam", "k1");
        await _database.ExecuteAsync("UPDATE things.idempotency_keys SET created_at = created_at - interval '25 hours'");

        await using var scope = _host.Services.CreateAsyncScope();
        (await Transactions(scope).BeginAsync("sam", "k1", default)).Answer.ShouldBeNull();
        await Transactions(scope).CommitAsync("sam", "k1", "hash2", Created, default);

        (await _database.ScalarAsync<string>("SELECT request_hash FROM things.idempotency_keys")).ShouldBe("hash2");
    }

    private async Task FirstAsync(string caller, string key)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        (await Transactions(scope).BeginAsync(caller, key, default)).Answer.ShouldBeNull();
        await Transactions(scope).CommitAsync(caller, key, "hash", Created, default);
    }

    private static IIdempotentTransactions Transactions(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredKeyedService<IIdempotentTransactions>("things");
}
