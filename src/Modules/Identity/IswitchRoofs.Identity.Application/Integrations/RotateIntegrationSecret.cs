using IswitchRoofs.Identity.Application.Accounts;
using IswitchRoofs.Identity.Domain.Integrations;
using IswitchRoofs.Identity.Domain.Sessions;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Integrations;

/// <summary>The old secret and the tokens it bought end at once: whoever rotates may do so because it leaked.</summary>
public sealed record RotateIntegrationSecret(Guid Id, uint? IfVersion = null);

public sealed class RotateIntegrationSecretHandler(
    IRepository<Integration> integrations, IRepository<Session> sessions, IOAuthClients clients, IIntegrationUses uses, IRevocations revocations, TimeProvider clock) : IUseCase
{
    public async Task<Result<IssuedIntegration>> HandleAsync(RotateIntegrationSecret command, CancellationToken ct)
    {
        var integration = await integrations.FindAsync(IntegrationId.From(command.Id), ct);
        if (integration is null) return IntegrationErrors.NotFound(IntegrationId.From(command.Id));
        if (integration.Kind != IntegrationKind.ClientCredentials) return IntegrationErrors.NoSecret();
        if (command.IfVersion is { } version && version != integration.Version) return Error.Stale(integration.Version);

        var now = clock.GetUtcNow();
        var secret = ClientSecrets.New();
        integration.ReplaceSecret(now);
        var ended = await sessions.EndGrantAsync(clients, integration, now, ct);
        await clients.ChangeAsync(IntegrationFields.Client(integration), secret, ct);
        revocations.AnnounceAll(ended);
        return new IssuedIntegration(IntegrationDetails.Of(integration, (await uses.ReadAsync(ct)).TryGetValue(command.Id, out var used) ? used : null), secret);
    }
}
