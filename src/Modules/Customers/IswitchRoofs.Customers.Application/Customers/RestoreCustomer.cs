using IswitchRoofs.Customers.Application.Interactions;
using IswitchRoofs.Customers.Domain.Customers;
using IswitchRoofs.Customers.Domain.Interactions;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Customers.Application.Customers;

/// <summary>Takes a customer out of the trash, within thirty days.</summary>
public sealed record RestoreCustomer(Guid Id);

public sealed class RestoreCustomerHandler(
    IRepository<Customer> customers, IReadRepository<Interaction> interactions, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<CustomerDetails>> HandleAsync(RestoreCustomer command, CancellationToken ct)
    {
        var allowed = user.Requires(CustomersPermissions.Delete);
        if (allowed.IsFailure) return allowed.Error;
        var id = CustomerId.From(command.Id);
        var customer = await customers.FirstOrDefaultAsync(new CustomerEvenDeleted(id), ct);
        if (customer is null) return CustomerErrors.NotFound(id);
        if (await customers.RefuseTakenEmailAsync(customer.Email, id, user, ct) is { } taken) return taken;

        var now = clock.GetUtcNow();
        var gone = customer.DeletedAt;
        var restored = customer.TakeBack(now);
        if (restored.IsFailure) return restored.Error;
        if (gone is { } since)
            foreach (var interaction in await interactions.ListAsync(new TrashedWith(id, since), ct)) interaction.TakeBack(now);
        await customers.SaveChangesAsync(ct);
        return CustomersMappings.DetailsOf(customer);
    }
}
