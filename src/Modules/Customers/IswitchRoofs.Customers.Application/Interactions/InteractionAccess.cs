using IswitchRoofs.Customers.Application.Customers;
using IswitchRoofs.Customers.Domain.Customers;
using IswitchRoofs.Customers.Domain.Interactions;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Customers.Application.Interactions;

/// <param name="Customers">Null: all interactions; else those with these customers only.</param>
internal readonly record struct InteractionScope(CustomerId?[]? Customers);

/// <summary>The row rule: the office sees every interaction, field technicians those with the customers of their projects.</summary>
internal static class InteractionAccess
{
    private static readonly Error Refused = Error.Forbidden("forbidden", "Your role may not do this with interactions.");

    internal static async Task<Result<InteractionScope>> InteractionsOfAsync(this ICurrentUser user, IReadRepository<Customer> customers, CancellationToken ct)
    {
        if (user.Has(CustomersPermissions.ReadInteractions)) return new InteractionScope(null);
        if (!user.Has(CustomersPermissions.ReadAssignedInteractions)) return Refused;
        var served = await customers.ListAsync(new CustomersServedBy(new CustomerScope(user.Id ?? Guid.Empty)), ct);
        return new InteractionScope([.. served.Select(id => (CustomerId?)new CustomerId(id))]);
    }

    internal static Result MayDo(this ICurrentUser user, params string[] anyOf) => anyOf.Any(user.Has) ? Result.Success() : Refused;

    internal static Logger ToLogger(this ICurrentUser user) => new(user.Id, user.Name, user.Kind == "user");
}
