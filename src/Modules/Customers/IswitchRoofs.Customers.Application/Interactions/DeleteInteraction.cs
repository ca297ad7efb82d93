using IswitchRoofs.Customers.Domain.Interactions;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Customers.Application.Interactions;

public sealed record DeleteInteraction(Guid Id, uint? IfVersion = null);

public sealed class DeleteInteractionHandler(
    IRepository<Interaction> interactions, VisibleInteractions visible, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result> HandleAsync(DeleteInteraction command, CancellationToken ct)
    {
        var allowed = user.MayDo(CustomersPermissions.DeleteInteractions);
        if (allowed.IsFailure) return allowed.Error;
        var found = await visible.FindAsync(command.Id, ct, command.IfVersion);
        if (found.IsFailure) return found.Error;
        var interaction = found.Value;
        interaction.Trash(clock.GetUtcNow());
        await interactions.SaveChangesAsync(ct);
        return Result.Success();
    }
}
