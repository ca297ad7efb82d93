using IswitchRoofs.Identity.Domain.Integrations;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Integrations;

/// <param name="Kind">Default <c>client_credentials</c>.</param>
/// <param name="Role">For <c>client_credentials</c> only: what it acts as.</param>
/// <param name="Scopes">Permissions it has at most; absent: all of the role's.</param>
/// <param name="RedirectUris">For <c>authorization_code</c> only.</param>
/// <param name="IsFirstParty">For <c>authorization_code</c> only: people are not asked whether they agree.</param>
public sealed record CreateIntegration(
    string? Name, string? Kind = null, string? Role = null, IReadOnlyList<string?>? Scopes = null, IReadOnlyList<string?>? RedirectUris = null,
    bool IsFirstParty = false, DateTimeOffset? ExpiresAt = null);

public sealed class CreateIntegrationHandler(
    IRepository<Integration> integrations, IOAuthClients clients, IPermissionCatalog catalog, TimeProvider clock) : IUseCase
{
    public async Task<Result<IssuedIntegration>> HandleAsync(CreateIntegration command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var check = new Validation();
        var name = IntegrationFields.Name(check, command.Name);
        var kind = check.Enum<IntegrationKind>("kind", command.Kind ?? WireName.Of(IntegrationKind.ClientCredentials), required: true);
        var role = IntegrationFields.Role(check, kind, command.Role);
        var scopes = IntegrationFields.Scopes(check, catalog, role, command.Scopes);
        var uris = IntegrationFields.Addresses(check, kind, command.RedirectUris);
        var firstParty = IntegrationFields.FirstParty(check, kind, command.IsFirstParty);
        IntegrationFields.Expiry(check, command.ExpiresAt, now);
        if (check.Failed) return check.ToError();
        if (await integrations.AnyAsync(new IntegrationNamed(name!, except: null), ct)) return IntegrationErrors.NameTaken(name!);

        var id = IntegrationId.New(now);
        var integration = kind == IntegrationKind.ClientCredentials
            ? Integration.ForProgram(id, name!, role!.Value, scopes, command.ExpiresAt, now)
            : Integration.ForPeople(id, name!, scopes, uris, firstParty, command.ExpiresAt, now);
        var secret = kind == IntegrationKind.ClientCredentials ? ClientSecrets.New() : null;
        integrations.Add(integration);
        try
        {
            await clients.AddAsync(IntegrationFields.Client(integration), secret, ct);
        }
        catch (ConstraintViolatedException e) when (e.Constraint == "ux_integrations_name")
        {
            return IntegrationErrors.NameTaken(name!);
        }

        return new IssuedIntegration(IntegrationDetails.Of(integration, lastUsedAt: null), secret);
    }
}
