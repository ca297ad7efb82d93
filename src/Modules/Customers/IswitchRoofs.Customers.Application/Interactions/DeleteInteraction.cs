using IswitchRoofs.Customers.Domain.Customers;
using IswitchRoofs.Customers.Domain.Interactions;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Customers.Application.Interactions;

public sealed record DeleteInteraction(Guid Id, uint? IfVersion = null);

public sealed class DeleteInteractionHandler(
    IRepository<Interaction> interactions, IReadRepository<Customer> customers, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result> HandleAsync(DeleteInteraction command, CancellationToken ct)
    {
        var allowed = user.MayDo(CustomersPermissions.DeleteInteractions);
        if (allowed.IsFailure) return allowed.Error;
        var scope = await user.InteractionsOfAsync(customers, ct);
        if (scope.IsFailure) return scope.Error;
        var id = InteractionId.From(command.Id);
        var interaction = await interactions.FirstOrDefaultAsync(new InteractionById(id, scope.Value), ct);
        if (interaction is null) return InteractionErrors.NotFound(id);
        if (command.IfVersion is { } version && version != interaction.Version) return Error.Stale(interaction.Version);
        interaction.Trash(clock.GetUtcNow());
        await interactions.SaveChangesAsync(ct);
        return Result.Success();
    }
}
