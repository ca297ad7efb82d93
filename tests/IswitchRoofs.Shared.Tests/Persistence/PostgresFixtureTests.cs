using IswitchRoofs.TestKit;
using Npgsql;

namespace IswitchRoofs.Shared.Tests.Persistence;

public sealed class PostgresFixtureTests
{
    private static int _migrations;

    [Fact]
    public async Task Databases_cloned_from_one_template_are_migrated_once_and_independent()
    {
        var databases = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => PostgresFixture.CreateDatabaseAsync("fixture", MigrateAsync)));

        _migrations.ShouldBe(1);
        await databases[0].ExecuteAsync("INSERT INTO things VALUES (1)");
        (await databases[0].ScalarAsync<long>("SELECT count(*) FROM things")).ShouldBe(1);
        (await databases[1].ScalarAsync<long>("SELECT count(*) FROM things")).ShouldBe(0);
        foreach (var database in databases) await database.DisposeAsync();
    }

    [Fact]
    public async Task A_database_is_gone_when_its_test_class_is_done()
    {
        var database = await PostgresFixture.CreateDatabaseAsync();
        await database.DisposeAsync();

        var refused = await Should.ThrowAsync<PostgresException>(database.OpenAsync);

        refused.SqlState.ShouldBe(PostgresErrorCodes.InvalidCatalogName);
    }

    private static async Task MigrateAsync(string connectionString)
    {
        Interlocked.Increment(ref _migrations);
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand("CREATE EXTENSION pg_trgm; CREATE EXTENSION btree_gist; CREATE TABLE things (id int)");
        await command.ExecuteNonQueryAsync();
    }
}
