using IswitchRoofs.Shared.Infrastructure.Auditing;
using IswitchRoofs.Shared.Tests.Messaging;
using IswitchRoofs.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace IswitchRoofs.Shared.Tests.Auditing;

public sealed class AuditTrailTests : IAsyncLifetime
{
    private const int Many = 100_000;
    private static readonly Guid Actor = new("01900000-0000-7000-8000-000000000007");
    private TestDatabase _database = null!;
    private ThingsHost _host = null!;

    public async Task InitializeAsync()
    {
        _database = await ThingsHost.CreateDatabaseAsync();
        _host = Start(_database);
        await using var db = await NewContextAsync();
        await AuditProtection.ApplyAsync(db, default);
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Theory]
    [InlineData("UPDATE {0}.audit_entries SET actor_name = 'Somebody else'")]
    [InlineData("DELETE FROM {0}.audit_entries")]
    [InlineData("TRUNCATE {0}.audit_entries")]
    public async Task Nobody_changes_what_was_recorded(string statement)
    {
        await FillAsync(3);
        await using var db = await NewContextAsync();

        var refusal = await Should.ThrowAsync<PostgresException>(() => _database.ExecuteAsync(statement.Replace("{0}", db.Schema, StringComparison.Ordinal)));

        refusal.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        (await _database.ScalarAsync<long>($"SELECT count(*) FROM {db.Schema}.audit_entries WHERE actor_name = 'Ann'")).ShouldBe(3);
    }

    [Fact]
    public async Task The_role_that_migrates_keeps_no_right_to_change_it_and_applying_again_does_no_harm()
    {
        await using var db = await NewContextAsync();
        await AuditProtection.ApplyAsync(db, default);

        (await _database.ScalarAsync<long>($"""
            SELECT count(*) FROM pg_class c, aclexplode(c.relacl) a
            WHERE c.oid = '{db.Schema}.audit_entries'::regclass AND a.privilege_type IN ('UPDATE', 'DELETE', 'TRUNCATE')
            """)).ShouldBe(0);
        (await _database.ScalarAsync<long>($"SELECT count(*) FROM pg_class c, aclexplode(c.relacl) a WHERE c.oid = '{db.Schema}.audit_entries'::regclass AND a.privilege_type = 'INSERT'"))
            .ShouldBe(1);
    }

    [Fact]
    public async Task A_page_of_a_hundred_thousand_entries_comes_from_an_index_whatever_the_filter()
    {
        await FillAsync(Many);
        await using var db = await NewContextAsync();
        var day = new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
        (string Name, AuditFilter Filter)[] filters =
        [
            ("none", Everything),
            ("actor", Everything with { ActorId = Actor }),
            ("absent actor", Everything with { ActorId = Guid.Empty }),
            ("rare action", Everything with { Action = "purged" }),
            ("common action", Everything with { Action = "updated" }),
            ("absent type", Everything with { EntityType = "lead" }),
            ("type", Everything with { EntityType = "thing" }),
            ("record", Everything with { EntityId = Guid.Empty }),
            ("days", Everything with { From = day, To = day.AddDays(1) }),
            ("next page", Everything with { Before = (day, Guid.Empty) }),
        ];

        foreach (var (name, filter) in filters)
        {
            await using var command = AuditTrail<ThingsDbContext>.Query(db, filter, 51).CreateDbCommand();
            command.CommandText = "EXPLAIN " + command.CommandText;
            await db.Database.OpenConnectionAsync();
            var plan = new List<string>();
            await using (var reader = await command.ExecuteReaderAsync())
                while (await reader.ReadAsync()) plan.Add(reader.GetString(0));
            plan.ShouldContain(line => line.Contains("Index", StringComparison.Ordinal), $"{name}: {string.Join('\n', plan)}");
            plan.ShouldNotContain(line => line.Contains("Seq Scan", StringComparison.Ordinal), $"{name}: {string.Join('\n', plan)}");
        }
    }

    [Fact]
    public async Task Walking_page_after_page_meets_every_entry_once_in_order()
    {
        await FillAsync(2_500);
        var log = new AuditLog([new AuditTrail<ThingsDbContext>(_host.Services.GetRequiredService<IDbContextFactory<ThingsDbContext>>())]);

        var walked = new List<AuditRecord>();
        await foreach (var entry in log.StreamAsync(Everything, default)) walked.Add(entry);

        walked.Count.ShouldBe(2_500);
        walked.Select(e => e.Id).Distinct().Count().ShouldBe(2_500);
        walked.ShouldBe(walked.OrderByDescending(e => e.At).ThenByDescending(e => e.Id));
    }

    private static ThingsHost Start(TestDatabase database) => new(database.ConnectionString);

    private static AuditFilter Everything => new(null, null, null, null, null, null, null);

    private Task<ThingsDbContext> NewContextAsync() => _host.Services.GetRequiredService<IDbContextFactory<ThingsDbContext>>().CreateDbContextAsync();

    // Ten entries share each instant, as the rows of one save do.
    private async Task FillAsync(int count)
    {
        await using var db = await NewContextAsync();
        await _database.ExecuteAsync($"""
            INSERT INTO {db.Schema}.audit_entries (id, at, actor_kind, actor_id, actor_name, action, entity_type, entity_id)
            SELECT gen_random_uuid(), timestamptz '2026-01-01' + (n / 10) * interval '30 minutes', 'user',
                CASE WHEN n % 50 = 0 THEN '{Actor}'::uuid ELSE gen_random_uuid() END, 'Ann',
                CASE WHEN n % 20000 = 0 THEN 'purged' WHEN n % 3 = 0 THEN 'created' ELSE 'updated' END, CASE WHEN n % 2 = 0 THEN 'thing' ELSE 'other' END, gen_random_uuid()
            FROM generate_series(1, {count}) AS n
            """);
        await _database.ExecuteAsync($"ANALYZE {db.Schema}.audit_entries");
    }
}
