using IswitchRoofs.Customers.Application.Interactions;
using IswitchRoofs.Customers.Application.Reactions;
using IswitchRoofs.Customers.Domain.Customers;
using IswitchRoofs.Customers.Domain.Interactions;
using IswitchRoofs.Customers.Domain.Projects;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Customers.Application.Customers;

/// <summary>Moves a customer to the trash; its interactions go along, its projects and appointments follow through the event (C9).</summary>
/// <param name="Force">Although a project is in progress: administrators only.</param>
public sealed record DeleteCustomer(Guid Id, bool Force = false, uint? IfVersion = null);

public sealed class DeleteCustomerHandler(
    IRepository<Customer> customers, IReadRepository<Interaction> interactions, IReadRepository<ProjectFact> projects, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result> HandleAsync(DeleteCustomer command, CancellationToken ct)
    {
        var allowed = user.Requires(CustomersPermissions.Delete);
        if (allowed.IsFailure) return allowed.Error;
        var id = CustomerId.From(command.Id);
        var customer = await customers.FindAsync(id, ct);
        if (customer is null) return CustomerErrors.NotFound(id);
        if (command.IfVersion is { } version && version != customer.Version) return Error.Stale(customer.Version);

        var inProgress = await projects.CountAsync(new RunningProjectsOf(command.Id), ct);
        if (inProgress > 0 && command.Force && !user.Has(CustomersPermissions.ForceDelete)) return CustomerErrors.ForceNeedsAdmin();
        var now = clock.GetUtcNow();
        var trashed = customer.Trash(inProgress, command.Force, now);
        if (trashed.IsFailure) return trashed;
        foreach (var interaction in await interactions.ListAsync(new InteractionsOf(id), ct)) interaction.Trash(now);
        await customers.SaveChangesAsync(ct);
        return Result.Success();
    }
}
