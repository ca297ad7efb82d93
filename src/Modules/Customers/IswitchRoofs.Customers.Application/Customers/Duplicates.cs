using IswitchRoofs.Customers.Domain.Customers;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Customers.Application.Customers;

/// <summary>C7: an equal e-mail address is refused, an equal phone or name and address is a warning.</summary>
internal static class Duplicates
{
    internal const string EmailIndex = "ux_customers_email";

    internal static async Task<Error?> RefuseTakenEmailAsync(
        this IReadRepository<Customer> customers, string email, CustomerId? except, ICurrentUser user, CancellationToken ct)
    {
        var existing = await customers.FirstOrDefaultAsync(new CustomerWithEmail(email, except), ct);
        return existing is null ? null : EmailTaken(email, existing, user);
    }

    /// <summary>The database refused it: somebody else took the address a moment ago.</summary>
    internal static async Task<Error> EmailLostAsync(
        this IReadRepository<Customer> customers, string email, CustomerId? except, ICurrentUser user, CancellationToken ct) =>
        EmailTaken(email, await customers.FirstOrDefaultAsync(new CustomerWithEmail(email, except), ct), user);

    internal static async Task<Error?> WarnAsync(this IReadRepository<Customer> customers, CustomerProfile profile, ICurrentUser user, CancellationToken ct)
    {
        if (profile.Phone is null && profile.Address is null) return null;
        var matches = await customers.ListAsync(new CustomersLike(profile), ct);
        if (matches.Count == 0) return null;
        return Error.Conflict("duplicate_suspected", "There may be such a customer already. Send allow_duplicate=true to save it nevertheless.") with
        {
            Extensions = new Dictionary<string, object?>
            {
                ["matches"] = user.Has(CustomersPermissions.Read) ? matches.Select(m => Describe(m, profile)).ToArray() : [],
            },
        };
    }

    private static Dictionary<string, object?> Describe(CustomerMatch match, CustomerProfile profile) => new()
    {
        ["entity_type"] = "customer",
        ["id"] = match.Id,
        ["name"] = match.Name,
        ["email"] = match.Email,
        ["phone"] = match.Phone,
        ["matched_on"] = profile.Phone is not null && match.Phone == profile.Phone ? "phone" : "name_and_address",
    };

    private static Error EmailTaken(string email, CustomerMatch? existing, ICurrentUser user) =>
        existing is not null && user.Has(CustomersPermissions.Read)
            ? CustomerErrors.EmailTaken(email, CustomerId.From(existing.Id), existing.Name)
            : CustomerErrors.EmailTaken(email, null, null);
}
