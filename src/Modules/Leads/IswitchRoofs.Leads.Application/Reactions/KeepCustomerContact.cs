using IswitchRoofs.IntegrationEvents.Customers;
using IswitchRoofs.Leads.Domain.Duplicates;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Reactions;

/// <summary>Keeps what the duplicate warning needs to know of customers (L3).</summary>
public sealed class KeepCustomerContact(IRepository<CustomerContact> contacts) : IReaction
{
    public async Task<Result> HandleAsync(CustomerCreated c, CancellationToken ct)
    {
        (await FindOrAddAsync(c.CustomerId, ct)).Update(c.Name, c.Email, c.Phone, c.Address, c.ZipCode, c.OccurredAt);
        return Result.Success();
    }

    public async Task<Result> HandleAsync(CustomerUpdated c, CancellationToken ct)
    {
        (await FindOrAddAsync(c.CustomerId, ct)).Update(c.Name, c.Email, c.Phone, c.Address, c.ZipCode, c.OccurredAt);
        return Result.Success();
    }

    public async Task<Result> HandleAsync(CustomerDeleted c, CancellationToken ct)
    {
        (await FindOrAddAsync(c.CustomerId, ct)).MarkDeleted(true, c.OccurredAt);
        return Result.Success();
    }

    public async Task<Result> HandleAsync(CustomerRestored c, CancellationToken ct)
    {
        (await FindOrAddAsync(c.CustomerId, ct)).MarkDeleted(false, c.OccurredAt);
        return Result.Success();
    }

    private async Task<CustomerContact> FindOrAddAsync(Guid customerId, CancellationToken ct)
    {
        var contact = await contacts.FindAsync(new CustomerContactId(customerId), ct);
        if (contact is null) contacts.Add(contact = CustomerContact.Of(customerId));
        return contact;
    }
}
