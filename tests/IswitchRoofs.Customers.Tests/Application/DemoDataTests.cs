using IswitchRoofs.Shared.Application;

namespace IswitchRoofs.Customers.Tests.Application;

public sealed class DemoDataTests : CustomersOnPostgres
{
    [Fact]
    public async Task Forty_customers_and_what_was_said_to_them_are_written_once_and_told_of()
    {
        await SeedAsync();
        await SeedAsync();

        (await Module.Database.ScalarAsync<long>("SELECT count(*) FROM customers.customers")).ShouldBe(DemoPeople.Customers);
        var interactions = (int)await Module.Database.ScalarAsync<long>("SELECT count(*) FROM customers.interactions");
        interactions.ShouldBeGreaterThan(DemoPeople.Customers);
        (await Module.Database.ScalarAsync<long>("SELECT count(*) FROM customers.interactions WHERE follow_up_on < now()")).ShouldBeGreaterThan(0);
        (await Module.OutboxAsync()).Count.ShouldBe(DemoPeople.Customers + interactions);
        (await GetAsync(DemoPeople.Customer(1))).Value.ShouldSatisfyAllConditions(
            c => c.Name.ShouldBe(DemoPeople.CustomerName(1)), c => c.CreatedAt.ShouldBeLessThan(Module.Clock.GetUtcNow().AddDays(-300)));
    }

    private Task<bool> SeedAsync() => Module.DoAsync<IEnumerable<IDemoDataSeeder>, bool>(async seeders =>
    {
        foreach (var seeder in seeders.OrderBy(s => s.Order)) await seeder.SeedAsync(default);
        return true;
    });
}
