using IswitchRoofs.Shared.Application;

namespace IswitchRoofs.Customers.Tests.Application;

public sealed class DemoDataTests : CustomersOnPostgres
{
    [Fact]
    public async Task Forty_customers_are_written_once_and_told_of()
    {
        await SeedAsync();
        await SeedAsync();

        (await Module.Database.ScalarAsync<long>("SELECT count(*) FROM customers.customers")).ShouldBe(DemoPeople.Customers);
        (await Module.OutboxAsync()).Count.ShouldBe(DemoPeople.Customers);
        (await GetAsync(DemoPeople.Customer(1))).Value.ShouldSatisfyAllConditions(
            c => c.Name.ShouldBe(DemoPeople.CustomerName(1)), c => c.CreatedAt.ShouldBeLessThan(Module.Clock.GetUtcNow().AddDays(-300)));
    }

    private Task<bool> SeedAsync() => Module.DoAsync<IDemoDataSeeder, bool>(async seeder =>
    {
        await seeder.SeedAsync(default);
        return true;
    });
}
