using System.Reflection;
using IswitchRoofs.ArchitectureTests.Rules;
using IswitchRoofs.ArchitectureTests.Scanning;
using IswitchRoofs.TestKit;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IswitchRoofs.ArchitectureTests;

public sealed class DataTests
{
    [Theory, MemberData(nameof(Modules.All), MemberType = typeof(Modules)), Trait("Rule", "D-1")]
    public void A_model_stays_in_its_schema_and_matches_its_migrations(string module)
    {
        using var context = EntityModels.ContextOf(CodeBase.Ours, module);

        EntityModels.StayInTheirSchema(module, context).MustHold("a module owns its tables alone");
    }

    [Fact, Trait("Rule", "D-2")]
    public async Task Nothing_in_the_database_crosses_from_one_schema_to_another()
    {
        await using var database = await MigratedAsync();
        await using var connection = await database.OpenAsync();

        (await LiveSchemas.NothingCrossesAsync(connection)).MustHold("the database is no back door");
    }

    [Theory, MemberData(nameof(Modules.All), MemberType = typeof(Modules)), Trait("Rule", "D-3")]
    public async Task A_modules_role_sees_its_own_schema_only(string module)
    {
        await using var database = await MigratedAsync();
        await using var connection = new NpgsqlConnection(await ModuleRoles.GrantAsync(database.ConnectionString, RawSql.SchemaOf(module)));
        await connection.OpenAsync();

        (await LiveSchemas.RoleSeesOnlyItsOwnAsync(connection, module)).MustHold("a query into another module's schema fails");
    }

    [Theory, MemberData(nameof(Modules.All), MemberType = typeof(Modules)), Trait("Rule", "D-3")]
    public async Task A_modules_whole_model_can_be_read_under_its_role(string module)
    {
        await using var database = await MigratedAsync();
        await using var context = EntityModels.ContextOf(CodeBase.Ours, module);
        context.Database.SetConnectionString(await ModuleRoles.GrantAsync(database.ConnectionString, RawSql.SchemaOf(module)));

        var read = 0;
        foreach (var entity in context.Model.GetEntityTypes().Where(entity => !entity.IsOwned() && entity.FindPrimaryKey() is not null && !entity.HasSharedClrType))
        {
            await (Task)typeof(DataTests).GetMethod(nameof(ReadAsync), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(entity.ClrType).Invoke(null, [context])!;
            read++;
        }

        read.ShouldBePositive();
    }

    private static async Task ReadAsync<T>(DbContext context) where T : class =>
        await context.Set<T>().IgnoreQueryFilters().AsNoTracking().Take(1).ToListAsync();

    internal static Task<TestDatabase> MigratedAsync() => PostgresFixture.CreateDatabaseAsync("all_modules", async connectionString =>
    {
        // A module without a store fails D-1 by name; here it would only hide what the others do.
        foreach (var module in CodeBase.ModuleNames.Where(module => EntityModels.HasStore(CodeBase.Ours, module)))
        {
            await using var context = EntityModels.ContextOf(CodeBase.Ours, module);
            context.Database.SetConnectionString(connectionString);
            await context.Database.MigrateAsync();
        }
    });
}
