using IswitchRoofs.ArchitectureTests.Rules;
using IswitchRoofs.TestKit;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IswitchRoofs.ArchitectureTests.Canaries;

public sealed class DataCanaries
{
    [Fact, Trait("Canary", "D-1")]
    public void A_model_that_reaches_into_another_schema_is_seen()
    {
        using var context = new ReachingDbContext(historySchema: "leads");

        EntityModels.StayInTheirSchema("Leads", context).MustReport(
            "Owner is kept in schema customers",
            "Deal has a foreign key to Owner in schema customers",
            "Figure is read from a view of schema analytics",
            "sequence deal_numbers lives in schema projects");
    }

    [Fact, Trait("Canary", "D-1")]
    public void A_history_table_in_the_wrong_place_and_a_forgotten_migration_are_seen()
    {
        using var context = new ReachingDbContext(historySchema: null);

        EntityModels.StayInTheirSchema("Leads", context).MustReport("keeps its migrations history in schema public", "no migration brings to the database");
    }

    [Fact, Trait("Canary", "D-1")]
    public void A_type_of_another_module_in_a_model_is_seen()
    {
        var customer = Canary.Compile("IswitchRoofs.Customers.Domain", "namespace IswitchRoofs.Customers.Domain.Customers; public class Customer { public Guid Id { get; set; } }")
            .All.Single().Types.Single();
        using var context = new ReachingDbContext(historySchema: "leads", customer);

        EntityModels.StayInTheirSchema("Leads", context).MustReport("Customer is a type of Customers");
    }

    [Fact, Trait("Canary", "D-2")]
    public async Task A_database_whose_schemas_are_entangled_is_seen()
    {
        await using var database = await TwoSchemasAsync();
        await database.ExecuteAsync("""
            CREATE TABLE stray (id int);
            CREATE TABLE leads.deals (id int, customer_id int CONSTRAINT reaching REFERENCES customers.customers (id));
            CREATE VIEW leads.report AS SELECT l.id FROM leads.leads l JOIN customers.customers c ON c.id = l.id;
            CREATE FUNCTION leads.count_customers() RETURNS bigint LANGUAGE plpgsql AS 'BEGIN RETURN (SELECT count(*) FROM customers.customers); END';
            CREATE FUNCTION leads.first_customer() RETURNS int RETURN (SELECT min(id) FROM customers.customers);
            CREATE FUNCTION customers.touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TRIGGER reaching BEFORE UPDATE ON leads.leads FOR EACH ROW EXECUTE FUNCTION customers.touch();
            """);
        await using var connection = await database.OpenAsync();

        (await LiveSchemas.NothingCrossesAsync(connection)).MustReport(
            "public.stray lives in no module's schema",
            "leads.deals (reaching) is a foreign key into schema customers",
            "leads.report reads customers.customers",
            "leads.count_customers() mentions schema customers",
            "leads.first_customer() mentions schema customers",
            "leads.leads (reaching) calls a function of schema customers");
    }

    [Fact, Trait("Canary", "D-2")]
    public async Task A_database_whose_schemas_are_apart_is_fine()
    {
        await using var database = await TwoSchemasAsync();
        await database.ExecuteAsync("CREATE EXTENSION pg_trgm; CREATE VIEW leads.names AS SELECT id FROM leads.leads");
        await using var connection = await database.OpenAsync();

        (await LiveSchemas.NothingCrossesAsync(connection)).MustHold("extensions and own views are no crossing");
    }

    [Fact, Trait("Canary", "D-3")]
    public async Task A_role_that_sees_another_schema_is_seen()
    {
        await using var database = await TwoSchemasAsync();
        await using var connection = new NpgsqlConnection(await ModuleRoles.GrantAsync(database.ConnectionString, "leads"));
        await connection.OpenAsync();
        (await LiveSchemas.RoleSeesOnlyItsOwnAsync(connection, "Leads")).MustHold("the role has what it was granted");

        await database.ExecuteAsync("GRANT USAGE ON SCHEMA customers TO iswitchroofs_leads; GRANT SELECT ON customers.customers TO iswitchroofs_leads; REVOKE ALL ON leads.leads FROM iswitchroofs_leads");

        (await LiveSchemas.RoleSeesOnlyItsOwnAsync(connection, "Leads")).MustReport("Leads can read customers.customers", "Leads cannot read its own leads.leads");
    }

    [Fact, Trait("Canary", "D-3")]
    public async Task A_reach_in_query_fails_under_the_modules_role()
    {
        await using var database = await TwoSchemasAsync();
        await using var connection = new NpgsqlConnection(await ModuleRoles.GrantAsync(database.ConnectionString, "leads"));
        await connection.OpenAsync();
        await using var reachIn = new NpgsqlCommand("SELECT c.id FROM leads.leads l JOIN customers.customers c ON c.id = l.id", connection);

        var refused = await Should.ThrowAsync<PostgresException>(() => reachIn.ExecuteNonQueryAsync());

        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    private static async Task<TestDatabase> TwoSchemasAsync()
    {
        var database = await PostgresFixture.CreateDatabaseAsync();
        await database.ExecuteAsync("""
            CREATE SCHEMA leads; CREATE SCHEMA customers;
            CREATE TABLE leads.leads (id int PRIMARY KEY);
            CREATE TABLE customers.customers (id int PRIMARY KEY);
            """);
        return database;
    }

    private sealed class ReachingDbContext(string? historySchema, Type? extra = null) : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder
            .UseNpgsql("Host=none", npgsql => npgsql.MigrationsHistoryTable("__history", historySchema))
            .EnableServiceProviderCaching(false);

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.HasDefaultSchema("leads");
            modelBuilder.HasSequence("deal_numbers", "projects");
            modelBuilder.Entity<Deal>().HasOne<Owner>().WithMany().HasForeignKey(deal => deal.OwnerId);
            modelBuilder.Entity<Owner>().ToTable("owners", "customers");
            modelBuilder.Entity<Figure>().HasNoKey().ToView("figures", "analytics");
            if (extra is not null)
                modelBuilder.Entity(extra);
        }
    }

    private sealed class Deal
    {
        public Guid Id { get; set; }

        public Guid OwnerId { get; set; }
    }

    private sealed class Owner
    {
        public Guid Id { get; set; }
    }

    private sealed class Figure
    {
        public int Value { get; set; }
    }
}
