using IswitchRoofs.Customers.Domain.Customers;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Customers.Application.Customers;

public sealed record GetCustomer(Guid Id);

public sealed class GetCustomerHandler(IReadRepository<Customer> customers, ICurrentUser user) : IUseCase
{
    public async Task<Result<CustomerDetails>> HandleAsync(GetCustomer query, CancellationToken ct)
    {
        var scope = user.ScopeOf();
        if (scope.IsFailure) return scope.Error;
        var id = CustomerId.From(query.Id);
        var details = await customers.FirstOrDefaultAsync(new CustomerToShow(id, scope.Value), ct);
        return details is null ? CustomerErrors.NotFound(id) : details;
    }
}
