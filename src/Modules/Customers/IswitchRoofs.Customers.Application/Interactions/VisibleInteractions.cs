using IswitchRoofs.Customers.Domain.Customers;
using IswitchRoofs.Customers.Domain.Interactions;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Customers.Application.Interactions;

/// <summary>The one way to a single interaction, to show or to change: whoever may not see it finds nothing.</summary>
public sealed class VisibleInteractions(IRepository<Interaction> interactions, IReadRepository<Customer> customers, ICurrentUser user)
{
    internal async Task<Result<Interaction>> FindAsync(Guid interactionId, CancellationToken ct, uint? ifVersion = null, bool includingDeleted = false)
    {
        var scope = await user.InteractionsOfAsync(customers, ct);
        if (scope.IsFailure) return scope.Error;
        var id = InteractionId.From(interactionId);
        var interaction = await interactions.FirstOrDefaultAsync(new InteractionById(id, scope.Value, includingDeleted), ct);
        if (interaction is null) return InteractionErrors.NotFound(id);
        if (ifVersion is { } version && version != interaction.Version) return Error.Stale(interaction.Version);
        return interaction;
    }
}
