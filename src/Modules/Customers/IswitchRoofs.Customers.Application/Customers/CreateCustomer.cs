using IswitchRoofs.Customers.Domain.Customers;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Customers.Application.Customers;

public sealed record CreateCustomer : CustomerFields
{
    /// <summary>Saves although somebody has the same phone number, or the same name and address (C7).</summary>
    public bool? AllowDuplicate { get; init; }
}

public sealed class CreateCustomerHandler(IRepository<Customer> customers, IPhoneNumbers phones, ICurrentUser user, ICompanyClock clock) : IUseCase
{
    public async Task<Result<CustomerDetails>> HandleAsync(CreateCustomer command, CancellationToken ct)
    {
        var allowed = user.Requires(CustomersPermissions.Write);
        if (allowed.IsFailure) return allowed.Error;
        var read = CustomerInput.Read(command, phones);
        if (read.IsFailure) return read.Error;
        var profile = read.Value;

        if (await customers.RefuseTakenEmailAsync(profile.Email, null, user, ct) is { } taken) return taken;
        if (command.AllowDuplicate != true && await customers.WarnAsync(profile, user, ct) is { } warning) return warning;

        var now = clock.Now;
        var customer = Customer.Register(CustomerId.New(now), profile, user.Id, now);
        customers.Add(customer);
        try
        {
            await customers.SaveChangesAsync(ct);
        }
        catch (ConstraintViolatedException e) when (e.Constraint == Duplicates.EmailIndex)
        {
            customers.Remove(customer);
            return await customers.EmailLostAsync(profile.Email, customer.Id, user, ct);
        }

        return CustomersMappings.DetailsOf(customer);
    }
}
