using IswitchRoofs.IntegrationEvents.Leads;
using IswitchRoofs.Shared.Infrastructure.Messaging.Outbox;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.TestKit;
using MassTransit.Mediator;
using Microsoft.Extensions.DependencyInjection;

namespace IswitchRoofs.Shared.Tests.Messaging;

/// <summary>Effects happen exactly once, wherever a host dies (architecture.md 2.6).</summary>
public sealed class OutboxCrashTests : IAsyncLifetime, IAsyncDisposable
{
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
    public async Task A_host_that_dies_between_commit_and_relay_has_lost_nothing()
    {
        await _host.SaveAsync(Thing.Make().Touch("hello"));
        await _host.DisposeAsync();

        _host = new ThingsHost(_database.ConnectionString);
        await _host.RelayAllAsync();

        (await EffectsAsync()).ShouldBe(["first hello 1", "second hello 1"]);
    }

    [Fact]
    public async Task After_one_consumer_failed_only_that_one_runs_again()
    {
        var tries = 0;
        _host.Orders.Give("second", "hello", () => ++tries == 1 ? throw new InvalidOperationException("out of paper") : Result.Success());
        await _host.SaveAsync(Thing.Make().Touch("hello"));

        await _host.RelayOnceAsync();
        (await EffectsAsync()).ShouldBe(["first hello 1"]);
        (await _database.ScalarAsync<string>("SELECT last_error FROM things.outbox_messages")).ShouldBe("out of paper");
        await RetryNowAsync();
        await _host.RelayAllAsync();

        (await EffectsAsync()).ShouldBe(["first hello 1", "second hello 1"]);
        tries.ShouldBe(2);
    }

    [Fact]
    public async Task A_host_that_dies_after_a_consumer_committed_and_before_the_mark_repeats_nothing()
    {
        using var death = new CancellationTokenSource();
        _host.Orders.Give("second", "hello", () =>
        {
            death.Cancel();
            throw new OperationCanceledException(death.Token);
        });
        await _host.SaveAsync(Thing.Make().Touch("hello"));

        await Should.ThrowAsync<OperationCanceledException>(() => _host.RelayOnceAsync(death.Token));
        (await _database.ScalarAsync<int>("SELECT attempts FROM things.outbox_messages WHERE processed_at IS NULL")).ShouldBe(0);
        await _host.DisposeAsync();
        _host = new ThingsHost(_database.ConnectionString);
        await _host.RelayAllAsync();

        (await EffectsAsync()).ShouldBe(["first hello 1", "second hello 1"]);
    }

    [Fact]
    public async Task Two_relays_at_once_deliver_each_event_once_and_in_order()
    {
        await using var other = new ThingsHost(_database.ConnectionString);
        var things = Enumerable.Range(0, 20).Select(_ => Thing.Make()).ToArray();
        for (var round = 0; round < 15; round++)
        {
            foreach (var thing in things) thing.Touch($"word{round}");
            await _host.SaveAsync(things);
        }

        async Task RelayUntilDoneAsync(ThingsHost host)
        {
            while (await WaitingAsync() > 0) await host.RelayOnceAsync();
        }

        await Task.WhenAll(RelayUntilDoneAsync(_host), RelayUntilDoneAsync(other), RelayUntilDoneAsync(_host));

        (await _database.ScalarAsync<long>("SELECT count(*) FROM things.effects")).ShouldBe(2 * 20 * 15);
        (await _database.ScalarAsync<long>("SELECT count(*) FROM (SELECT DISTINCT consumer, thing_id, number FROM things.effects) e")).ShouldBe(2 * 20 * 15);
        (await OutOfOrderAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_poisoned_event_is_set_aside_after_ten_attempts_while_others_go_on()
    {
        _host.Orders.Give("first", "poison", () => throw new InvalidOperationException("cannot be digested"));
        var ill = Thing.Make().Touch("poison").Touch("after");
        await _host.SaveAsync(ill);

        // On a slow machine the first pause, 0.2 s, is over before the relay is: one round may be two attempts.
        var attempts = 0;
        for (var round = 1; attempts < 10; round++)
        {
            await _host.SaveAsync(Thing.Make().Touch($"other{round}"));
            await _host.RelayAllAsync();
            attempts = await _database.ScalarAsync<int>("SELECT max(attempts) FROM things.outbox_messages");
            attempts.ShouldBeGreaterThanOrEqualTo(round);
            (await EffectsAsync()).ShouldContain($"first other{round} 1");
            if (attempts < 10) (await EffectsAsync()).ShouldNotContain("first after 2", "it waits for what came before");
            await RetryNowAsync();
        }

        await _host.RelayAllAsync();

        var dead = (await _host.Outbox.ReadAsync(default)).DeadMessages.ShouldHaveSingleItem();
        (dead.Attempts, dead.LastError).ShouldBe((10, "cannot be digested"));
        (await EffectsAsync()).ShouldContain("first after 2");
        (await EffectsAsync()).ShouldNotContain("first poison 1");

        _host.Orders.Give("first", "poison", Result.Success);
        (await _host.Outbox.RetryAsync(dead.EventId, new TestUser(), default)).ShouldBeTrue();
        (await _host.Outbox.RetryAsync(Guid.CreateVersion7(), new TestUser(), default)).ShouldBeFalse();
        await _host.RelayAllAsync();
        (await EffectsAsync()).ShouldContain("first poison 1");
        (await EffectsAsync()).Count(e => e == "second poison 1").ShouldBe(1);
        (await _host.Outbox.ReadAsync(default)).Dead.ShouldBe(0);
    }

    [Fact]
    public async Task A_dead_event_can_be_discarded_and_the_audit_says_by_whom()
    {
        var thing = Thing.Make().Touch("lost");
        await _host.SaveAsync(thing);
        await _database.ExecuteAsync("UPDATE things.outbox_messages SET dead = true, attempts = 10");
        var dead = (await _host.Outbox.ReadAsync(default)).DeadMessages.ShouldHaveSingleItem();

        (await _host.Outbox.DiscardAsync(dead.EventId, new TestUser(), default)).ShouldBeTrue();
        (await _host.Outbox.DiscardAsync(dead.EventId, new TestUser(), default)).ShouldBeFalse();
        (await _host.Outbox.RetryAsync(dead.EventId, new TestUser(), default)).ShouldBeFalse();

        await _host.RelayAllAsync();
        (await EffectsAsync()).ShouldNotContain("first lost 1");
        (await _host.Outbox.ReadAsync(default)).Dead.ShouldBe(0);
        (await _database.ScalarAsync<string>($"SELECT actor_name FROM things.audit_entries WHERE action = 'event_discarded' AND entity_id = '{dead.EventId}'")).ShouldBe("Test");
    }

    [Fact]
    public async Task Events_of_one_thing_keep_their_order_although_some_fail_at_first()
    {
        var failures = 0;
        for (var word = 0; word < 10; word += 3)
        {
            var tries = 0;
            _host.Orders.Give("first", $"word{word}", () => Interlocked.Increment(ref tries) <= 2 ? throw new InvalidOperationException($"failure {++failures}") : Result.Success());
        }

        var things = Enumerable.Range(0, 5).Select(_ => Thing.Make()).ToArray();
        for (var word = 0; word < 10; word++)
        {
            foreach (var thing in things) thing.Touch($"word{word}");
            await _host.SaveAsync(things);
        }

        while (await WaitingAsync() > 0)
        {
            await _host.RelayOnceAsync();
            await RetryNowAsync();
        }

        (await _database.ScalarAsync<long>("SELECT count(*) FROM things.effects")).ShouldBe(2 * 5 * 10);
        (await OutOfOrderAsync()).ShouldBe(0);
        failures.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_second_delivery_of_the_same_event_does_nothing()
    {
        var message = new LeadLeftUnassigned(Guid.CreateVersion7(), DateTimeOffset.UtcNow, Guid.CreateVersion7(), "hello", "cold", 1);
        var bus = _host.Services.GetRequiredService<IMediator>();

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => bus.Publish(message)));
        await bus.Publish(message);

        (await EffectsAsync()).ShouldBe(["first hello 1", "second hello 1"]);
    }

    [Fact]
    public async Task A_refusal_is_noted_and_neither_saved_nor_tried_again()
    {
        _host.Orders.Give("first", "no", () => Error.Conflict("things.unwelcome", "We do not want it."));
        await _host.SaveAsync(Thing.Make().Touch("no"));

        await _host.RelayAllAsync();
        await RetryNowAsync();
        await _host.RelayAllAsync();

        (await EffectsAsync()).ShouldBe(["second no 1"]);
        (await WaitingAsync()).ShouldBe(0);
        (await _database.ScalarAsync<string>("SELECT refusal FROM things.inbox_entries WHERE consumer = 'FirstConsumer'")).ShouldBe("things.unwelcome: We do not want it.");
    }

    [Fact]
    public async Task A_module_cannot_speak_for_another()
    {
        var thing = Thing.Make().Touch("hello").SpeakForCustomers();

        (await Should.ThrowAsync<InvalidOperationException>(() => _host.SaveAsync(thing))).Message.ShouldContain("CustomerDeleted");

        (await _database.ScalarAsync<long>("SELECT count(*) FROM things.things")).ShouldBe(0);
        (await WaitingAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task The_event_and_its_change_are_saved_together_or_not_at_all()
    {
        var thing = Thing.Make().Touch("hello");
        await _host.SaveAsync(thing);
        await _database.ExecuteAsync("UPDATE things.things SET number = 99");

        await Should.ThrowAsync<Exception>(() => _host.SaveAsync(thing.Touch("late")));
        await _host.RelayAllAsync();

        (await EffectsAsync()).ShouldBe(["first hello 1", "second hello 1"]);
    }

    [Fact]
    public async Task The_running_relay_is_woken_by_the_commit()
    {
        var relay = _host.Services.GetRequiredService<OutboxRelay<ThingsDbContext>>();
        await relay.StartAsync(default);
        try
        {
            await _host.SaveAsync(Thing.Make().Touch("hello"));
            await Eventually.HoldsAsync(async () => (await EffectsAsync()).Count == 2, "both consumers heard");
        }
        finally
        {
            await relay.StopAsync(default);
        }
    }

    private Task<int> RetryNowAsync() => _database.ExecuteAsync("UPDATE things.outbox_messages SET next_try_at = now() WHERE processed_at IS NULL AND NOT dead");

    private async Task<long> WaitingAsync() => await _database.ScalarAsync<long>("SELECT count(*) FROM things.outbox_messages WHERE processed_at IS NULL AND NOT dead");

    private async Task<long> OutOfOrderAsync() => await _database.ScalarAsync<long>(
        "SELECT count(*) FROM (SELECT number - lag(number) OVER (PARTITION BY consumer, thing_id ORDER BY position) AS step FROM things.effects) e WHERE step <> 1");

    private async Task<List<string>> EffectsAsync()
    {
        await using var connection = await _database.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT consumer || ' ' || word || ' ' || number FROM things.effects ORDER BY 1";
        await using var reader = await command.ExecuteReaderAsync();
        var effects = new List<string>();
        while (await reader.ReadAsync()) effects.Add(reader.GetString(0));
        return effects;
    }
}
