using IswitchRoofs.Identity.Application.Accounts;
using IswitchRoofs.Identity.Domain.Integrations;
using IswitchRoofs.Identity.Domain.Sessions;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Integrations;

/// <summary>For good, without a trash: what was taken out of somebody's hands must not come back by a click. The audit trail keeps its name.</summary>
public sealed record DeleteIntegration(Guid Id, uint? IfVersion = null);

public sealed class DeleteIntegrationHandler(
    IRepository<Integration> integrations, IRepository<Session> sessions, IOAuthClients clients, IRevocations revocations, TimeProvider clock) : IUseCase
{
    public async Task<Result> HandleAsync(DeleteIntegration command, CancellationToken ct)
    {
        var integration = await integrations.FindAsync(IntegrationId.From(command.Id), ct);
        if (integration is null) return IntegrationErrors.NotFound(IntegrationId.From(command.Id));
        if (command.IfVersion is { } version && version != integration.Version) return Error.Stale(integration.Version);

        var ended = await sessions.EndGrantAsync(clients, integration, clock.GetUtcNow(), ct);
        await clients.RemoveAsync(command.Id, ct);
        integrations.Remove(integration);
        await integrations.SaveChangesAsync(ct);
        revocations.AnnounceAll(ended);
        return Result.Success();
    }
}
