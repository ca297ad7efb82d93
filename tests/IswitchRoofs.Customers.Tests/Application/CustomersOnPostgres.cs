using IswitchRoofs.Customers.Application.Customers;
using IswitchRoofs.Customers.Infrastructure;
using IswitchRoofs.IntegrationEvents.Projects;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.TestKit;

namespace IswitchRoofs.Customers.Tests.Application;

/// <summary>The module on a database of its own, and short ways to say what a test does.</summary>
public abstract class CustomersOnPostgres : IAsyncLifetime
{
    protected ModuleUnderTest Module { get; private set; } = null!;

    public async Task InitializeAsync() =>
        Module = await ModuleUnderTest.StartAsync("customers", (services, configuration) => services.AddCustomersModule(configuration));

    public async Task DisposeAsync() => await Module.DisposeAsync();

    protected static CreateCustomer Ann(string email = "ann@example.com") => new() { Name = "Ann Lee", Email = email };

    protected async Task<CustomerDetails> HavingAsync(CreateCustomer command) => (await CreateAsync(command)).Value;

    protected Task<Result<CustomerDetails>> CreateAsync(CreateCustomer command) =>
        Module.DoAsync<CreateCustomerHandler, Result<CustomerDetails>>(h => h.HandleAsync(command, default));

    protected Task<Result<CustomerDetails>> GetAsync(Guid id) =>
        Module.DoAsync<GetCustomerHandler, Result<CustomerDetails>>(h => h.HandleAsync(new GetCustomer(id), default));

    protected Task<Result<CustomerDetails>> PatchAsync(Guid id, CustomerPatch patch, uint? ifVersion = null) =>
        Module.DoAsync<ChangeCustomerHandler, Result<CustomerDetails>>(h => h.HandleAsync(new ChangeCustomer(id, patch, ifVersion), default));

    protected Task<Result> DeleteAsync(Guid id, bool force = false) =>
        Module.DoAsync<DeleteCustomerHandler, Result>(h => h.HandleAsync(new DeleteCustomer(id, force), default));

    protected Task<Result<CustomerDetails>> RestoreAsync(Guid id) =>
        Module.DoAsync<RestoreCustomerHandler, Result<CustomerDetails>>(h => h.HandleAsync(new RestoreCustomer(id), default));

    protected ProjectStatusChanged ProjectIs(
        string status, Guid customerId, Guid? projectId = null, decimal? value = null, DateTimeOffset? at = null, params Guid[] team)
    {
        var occurredAt = at ?? Module.Clock.GetUtcNow();
        return new ProjectStatusChanged(
            Guid.CreateVersion7(), occurredAt, projectId ?? Guid.CreateVersion7(), customerId, "Roof", "repair", status, null, 0, value,
            null, null, null, 0, team, null, null, "planning", null, null);
    }
}
