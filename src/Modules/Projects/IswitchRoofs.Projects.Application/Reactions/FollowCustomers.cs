using IswitchRoofs.IntegrationEvents.Customers;
using IswitchRoofs.Projects.Application.Projects;
using IswitchRoofs.Projects.Domain.Customers;
using IswitchRoofs.Projects.Domain.Projects;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Projects.Application.Reactions;

/// <summary>Keeps the copies of customers, and sends projects to the trash and back with them (C9).</summary>
public sealed class FollowCustomers(IRepository<CustomerRef> customers, IRepository<Project> projects, TimeProvider clock) : IReaction
{
    public async Task<Result> HandleAsync(CustomerCreated e, CancellationToken ct)
    {
        (await FindOrAddAsync(e.CustomerId, ct)).Rename(e.Name, e.OccurredAt);
        return Result.Success();
    }

    public async Task<Result> HandleAsync(CustomerUpdated e, CancellationToken ct)
    {
        (await FindOrAddAsync(e.CustomerId, ct)).Rename(e.Name, e.OccurredAt);
        return Result.Success();
    }

    public async Task<Result> HandleAsync(CustomerDeleted e, CancellationToken ct)
    {
        if (!(await FindOrAddAsync(e.CustomerId, ct)).MarkDeleted(true, e.OccurredAt)) return Result.Success();
        foreach (var project in await projects.ListAsync(new ProjectsOfCustomer(e.CustomerId), ct)) project.Trash(withCustomer: true, clock.GetUtcNow());
        return Result.Success();
    }

    public async Task<Result> HandleAsync(CustomerRestored e, CancellationToken ct)
    {
        if (!(await FindOrAddAsync(e.CustomerId, ct)).MarkDeleted(false, e.OccurredAt)) return Result.Success();
        foreach (var project in await projects.ListAsync(new ProjectsGoneWithCustomer(e.CustomerId), ct)) project.TakeBack(clock.GetUtcNow());
        return Result.Success();
    }

    private async Task<CustomerRef> FindOrAddAsync(Guid customerId, CancellationToken ct)
    {
        if (await customers.FirstOrDefaultAsync(new CustomerRefById(customerId), ct) is { } known) return known;
        var customer = CustomerRef.Of(customerId);
        customers.Add(customer);
        return customer;
    }
}
