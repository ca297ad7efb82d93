using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Customers.Application.Interactions;

public sealed record GetInteraction(Guid Id);

public sealed class GetInteractionHandler(VisibleInteractions visible, InteractionAnswers answers) : IUseCase
{
    public async Task<Result<Versioned<InteractionDetails>>> HandleAsync(GetInteraction query, CancellationToken ct)
    {
        var found = await visible.FindAsync(query.Id, ct);
        return found.IsFailure ? found.Error : await answers.OfAsync(found.Value, ct);
    }
}
