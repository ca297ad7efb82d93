using IswitchRoofs.Projects.Domain.Customers;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Projects.Application.Projects;

/// <summary>The customers a new project can be for, by name.</summary>
public sealed record ListCustomerChoices;

public sealed record CustomerChoice(Guid Id, string Name);

public sealed class ListCustomerChoicesHandler(IReadRepository<CustomerRef> customers, ICurrentUser user) : IUseCase
{
    public async Task<Result<IReadOnlyList<CustomerChoice>>> HandleAsync(ListCustomerChoices query, CancellationToken ct)
    {
        var allowed = user.Requires(ProjectsPermissions.Write);
        if (allowed.IsFailure) return allowed.Error;
        return Result.Success(await customers.ListAsync(new LivingCustomersByName(), ct));
    }

    private sealed class LivingCustomersByName : Specification<CustomerRef, CustomerChoice>
    {
        // A select with more is of no use to anybody.
        private const int Most = 1_000;

        public LivingCustomersByName()
        {
            Query.Where(c => !c.Deleted).OrderBy(c => c.Name).ThenBy(c => c.CustomerId).Take(Most);
            Select(c => new CustomerChoice(c.CustomerId, c.Name));
        }
    }
}
