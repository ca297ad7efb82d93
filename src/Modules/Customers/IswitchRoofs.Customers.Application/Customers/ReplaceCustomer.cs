using IswitchRoofs.Customers.Domain.Customers;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Customers.Application.Customers;

/// <summary>Replaces everything people enter: what is not sent goes back to its default.</summary>
public sealed record ReplaceCustomer(Guid Id, CustomerFields Fields, uint? IfVersion = null);

public sealed class ReplaceCustomerHandler(IRepository<Customer> customers, IPhoneNumbers phones, ICurrentUser user, ICompanyClock clock) : IUseCase
{
    public Task<Result<CustomerDetails>> HandleAsync(ReplaceCustomer command, CancellationToken ct) =>
        Correction.ApplyAsync(customers, command.Id, command.IfVersion, _ => command.Fields, phones, user, clock, ct);
}
