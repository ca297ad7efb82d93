using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Customers.Application.Customers;

/// <summary>The row rule: the office sees everybody, field technicians the customers of their projects.</summary>
internal static class CustomerAccess
{
    private static readonly Error Refused = Error.Forbidden("forbidden", "Your role may not do this with customers.");

    internal static Result<CustomerScope> ScopeOf(this ICurrentUser user)
    {
        if (user.Has(CustomersPermissions.Read)) return new CustomerScope(null);
        if (user.Has(CustomersPermissions.ReadAssigned)) return new CustomerScope(user.Id ?? Guid.Empty);
        return Refused;
    }

    internal static Result Requires(this ICurrentUser user, string permission) =>
        user.Has(permission) ? Result.Success() : Refused;
}
