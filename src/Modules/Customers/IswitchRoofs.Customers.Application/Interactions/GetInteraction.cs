using IswitchRoofs.Customers.Domain.Customers;
using IswitchRoofs.Customers.Domain.Interactions;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Customers.Application.Interactions;

public sealed record GetInteraction(Guid Id);

public sealed class GetInteractionHandler(
    IReadRepository<Interaction> interactions, IReadRepository<Customer> customers, InteractionAnswers answers, ICurrentUser user) : IUseCase
{
    public async Task<Result<Versioned<InteractionDetails>>> HandleAsync(GetInteraction query, CancellationToken ct)
    {
        var scope = await user.InteractionsOfAsync(customers, ct);
        if (scope.IsFailure) return scope.Error;
        var id = InteractionId.From(query.Id);
        var interaction = await interactions.FirstOrDefaultAsync(new InteractionById(id, scope.Value), ct);
        return interaction is null ? InteractionErrors.NotFound(id) : await answers.OfAsync(interaction, ct);
    }
}
