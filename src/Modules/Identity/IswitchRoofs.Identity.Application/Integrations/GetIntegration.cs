using IswitchRoofs.Identity.Domain.Integrations;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Integrations;

public sealed record GetIntegration(Guid Id);

public sealed class GetIntegrationHandler(IRepository<Integration> integrations, IIntegrationUses uses) : IUseCase
{
    public async Task<Result<IntegrationDetails>> HandleAsync(GetIntegration request, CancellationToken ct)
    {
        var integration = await integrations.FindAsync(IntegrationId.From(request.Id), ct);
        if (integration is null) return IntegrationErrors.NotFound(IntegrationId.From(request.Id));
        return IntegrationDetails.Of(integration, (await uses.ReadAsync(ct)).TryGetValue(request.Id, out var used) ? used : null);
    }
}
