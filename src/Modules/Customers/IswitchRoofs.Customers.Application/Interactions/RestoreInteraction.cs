using IswitchRoofs.Customers.Domain.Interactions;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Customers.Application.Interactions;

/// <summary>Takes an interaction out of the trash, within thirty days.</summary>
public sealed record RestoreInteraction(Guid Id);

public sealed class RestoreInteractionHandler(
    IRepository<Interaction> interactions, VisibleInteractions visible, InteractionAnswers answers, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<Versioned<InteractionDetails>>> HandleAsync(RestoreInteraction command, CancellationToken ct)
    {
        var allowed = user.MayDo(CustomersPermissions.DeleteInteractions);
        if (allowed.IsFailure) return allowed.Error;
        var found = await visible.FindAsync(command.Id, ct, includingDeleted: true);
        if (found.IsFailure) return found.Error;
        var interaction = found.Value;
        var restored = interaction.TakeBack(clock.GetUtcNow());
        if (restored.IsFailure) return restored.Error;
        await interactions.SaveChangesAsync(ct);
        return await answers.OfAsync(interaction, ct);
    }
}
