using IswitchRoofs.Customers.Domain.Customers;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Customers.Application.Customers;

/// <summary>What PATCH and PUT have in common: they differ only in the fields they end up with.</summary>
internal static class Correction
{
    internal static async Task<Result<CustomerDetails>> ApplyAsync(
        IRepository<Customer> customers, Guid customerId, uint? ifVersion, Func<CustomerFields, CustomerFields> fieldsOver,
        IPhoneNumbers phones, ICurrentUser user, ICompanyClock clock, CancellationToken ct)
    {
        var allowed = user.Requires(CustomersPermissions.Write);
        if (allowed.IsFailure) return allowed.Error;
        var id = CustomerId.From(customerId);
        var customer = await customers.FindAsync(id, ct);
        if (customer is null) return CustomerErrors.NotFound(id);
        if (ifVersion is { } version && version != customer.Version) return Error.Stale(customer.Version);

        var read = CustomerInput.Read(fieldsOver(CustomerInput.FieldsOf(customer)), phones);
        if (read.IsFailure) return read.Error;
        if (read.Value.Email != customer.Email && await customers.RefuseTakenEmailAsync(read.Value.Email, id, user, ct) is { } taken) return taken;

        customer.Correct(read.Value, clock.Today, clock.LastInteractionOf(customer), clock.Now);
        try
        {
            await customers.SaveChangesAsync(ct);
        }
        catch (ConstraintViolatedException e) when (e.Constraint == Duplicates.EmailIndex)
        {
            return await customers.EmailLostAsync(read.Value.Email, id, user, ct);
        }

        return CustomersMappings.DetailsOf(customer);
    }

    internal static DateOnly? LastInteractionOf(this ICompanyClock clock, Customer customer) =>
        customer.LastInteractionAt is { } at ? clock.DayOf(at) : null;
}
