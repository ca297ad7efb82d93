using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Customers.Domain.Customers;

public static class CustomerErrors
{
    public static Error NotFound(CustomerId id) => Error.NotFound("customers.not_found", $"There is no customer {id}.");

    public static Error NotInTrash(CustomerId id) =>
        Error.Conflict("customers.not_deleted", $"Customer {id} is not in the trash.");

    /// <param name="existing">Named only when the caller may see it.</param>
    public static Error EmailTaken(string email, CustomerId? existing, string? existingName) =>
        Error.Conflict("customers.email_taken", existingName is null
            ? $"Another customer has the e-mail address {email}."
            : $"{existingName} already has the e-mail address {email}.") with
        {
            Extensions = existing is not { } id
                ? new Dictionary<string, object?>()
                : new Dictionary<string, object?> { ["existing_customer"] = new Dictionary<string, object?> { ["id"] = id.Value, ["name"] = existingName } },
        };

    public static Error ProjectInProgress(int projects) =>
        Error.Conflict("customers.project_in_progress", projects == 1
            ? "One of the customer's projects is in progress. An administrator can delete the customer nevertheless with force=true."
            : $"{projects} of the customer's projects are in progress. An administrator can delete the customer nevertheless with force=true.");

    public static Error ForceNeedsAdmin() =>
        Error.Forbidden("customers.force_needs_admin", "Only an administrator may delete a customer with a project in progress.");
}
