using IswitchRoofs.Identity.Application.Accounts;
using IswitchRoofs.Identity.Domain.Integrations;
using IswitchRoofs.Identity.Domain.Sessions;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Patching;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Integrations;

/// <summary>A merge patch. Whatever changes what the integration may do ends its tokens and the sessions of people signed in through it.</summary>
public sealed record ChangeIntegration(Guid Id, IntegrationPatch Fields, uint? IfVersion = null);

public sealed record IntegrationPatch
{
    public Optional<string?> Name { get; init; }
    public Optional<string?> Role { get; init; }
    public Optional<IReadOnlyList<string?>?> Scopes { get; init; }
    public Optional<IReadOnlyList<string?>?> RedirectUris { get; init; }
    public Optional<bool> IsFirstParty { get; init; }
    public Optional<DateTimeOffset?> ExpiresAt { get; init; }
    public Optional<bool> IsActive { get; init; }
}

public sealed class ChangeIntegrationHandler(
    IRepository<Integration> integrations, IRepository<Session> sessions, IOAuthClients clients, IIntegrationUses uses, IRevocations revocations,
    IPermissionCatalog catalog, TimeProvider clock) : IUseCase
{
    public async Task<Result<IntegrationDetails>> HandleAsync(ChangeIntegration command, CancellationToken ct)
    {
        var integration = await integrations.FindAsync(IntegrationId.From(command.Id), ct);
        if (integration is null) return IntegrationErrors.NotFound(IntegrationId.From(command.Id));
        if (command.IfVersion is { } version && version != integration.Version) return Error.Stale(integration.Version);

        var now = clock.GetUtcNow();
        var patch = command.Fields;
        var check = new Validation();
        var name = IntegrationFields.Name(check, patch.Name.Or(integration.Name));
        var role = IntegrationFields.Role(check, integration.Kind, patch.Role.Or(integration.Role is { } before ? WireName.Of(before) : null));
        var scopes = IntegrationFields.Scopes(check, catalog, role, patch.Scopes.Or(integration.Scopes));
        var uris = IntegrationFields.Addresses(check, integration.Kind, patch.RedirectUris.Or(integration.RedirectUris));
        var firstParty = IntegrationFields.FirstParty(check, integration.Kind, patch.IsFirstParty.Or(integration.IsFirstParty));
        var expiresAt = patch.ExpiresAt.Or(integration.ExpiresAt);
        if (expiresAt != integration.ExpiresAt) IntegrationFields.Expiry(check, expiresAt, now);
        if (check.Failed) return check.ToError();
        if (await integrations.AnyAsync(new IntegrationNamed(name!, integration.Id), ct)) return IntegrationErrors.NameTaken(name!);

        integration.Rename(name!);
        var ended = integration.Grant(role, scopes, uris, firstParty, expiresAt, patch.IsActive.Or(integration.IsActive))
            ? await sessions.EndGrantAsync(clients, integration, now, ct)
            : [];
        try
        {
            await clients.ChangeAsync(IntegrationFields.Client(integration), newSecret: null, ct);
        }
        catch (ConstraintViolatedException e) when (e.Constraint == "ux_integrations_name")
        {
            return IntegrationErrors.NameTaken(name!);
        }

        revocations.AnnounceAll(ended);
        return IntegrationDetails.Of(integration, (await uses.ReadAsync(ct)).TryGetValue(command.Id, out var used) ? used : null);
    }
}
