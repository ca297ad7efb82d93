using IswitchRoofs.Identity.Application.Integrations;
using IswitchRoofs.Identity.Infrastructure.Persistence;
using IswitchRoofs.Shared.Application.Persistence;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpenIddict.Abstractions;
using OpenIddict.EntityFrameworkCore.Models;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace IswitchRoofs.Identity.Infrastructure.Integrations;

/// <summary>Integrations as OpenIddict's applications. Its manager saves the whole context, so the aggregate is saved with it.</summary>
internal sealed class OAuthClients(IdentityDbContext db, IOpenIddictApplicationManager applications, TimeProvider clock) : IOAuthClients
{
    public Task AddAsync(OAuthClient client, string? secret, CancellationToken ct)
    {
        var descriptor = new OpenIddictApplicationDescriptor { ClientSecret = secret };
        Describe(descriptor, client);
        return SavingAsync(async () => await applications.CreateAsync(descriptor, ct));
    }

    public Task ChangeAsync(OAuthClient client, string? newSecret, CancellationToken ct) => SavingAsync(async () =>
    {
        var application = await applications.FindByClientIdAsync(client.Id.ToString(), ct)
            ?? throw new InvalidOperationException($"The client of integration {client.Id} is missing.");
        var descriptor = new OpenIddictApplicationDescriptor();
        await applications.PopulateAsync(descriptor, application, ct);
        Describe(descriptor, client);
        if (newSecret is not null) descriptor.ClientSecret = newSecret;
        await applications.UpdateAsync(application, descriptor, ct);
    });

    public async Task RemoveAsync(Guid id, CancellationToken ct)
    {
        var clientId = id.ToString();
        var application = await db.Set<OpenIddictEntityFrameworkCoreApplication<Guid>>().FirstOrDefaultAsync(a => a.ClientId == clientId, ct);
        if (application is null) return;

        // Nothing of this is of use once its grant has ended, so it need not be part of the transaction.
        await db.Set<OpenIddictEntityFrameworkCoreToken<Guid>>().Where(t => t.Application!.Id == application.Id).ExecuteDeleteAsync(ct);
        await db.Set<OpenIddictEntityFrameworkCoreAuthorization<Guid>>().Where(a => a.Application!.Id == application.Id).ExecuteDeleteAsync(ct);
        db.Remove(application);
    }

    public void EndGrant(Guid grantId) => db.Add(new EndedGrant { Id = grantId, EndedAt = clock.GetUtcNow() });

    private static void Describe(OpenIddictApplicationDescriptor descriptor, OAuthClient client)
    {
        descriptor.ClientId = client.Id.ToString();
        descriptor.DisplayName = client.Name;
        descriptor.ClientType = client.KeepsSecret ? ClientTypes.Confidential : ClientTypes.Public;
        descriptor.ConsentType = client.AsksConsent ? ConsentTypes.Explicit : ConsentTypes.Implicit;
        descriptor.RedirectUris.Clear();
        descriptor.RedirectUris.UnionWith(client.RedirectUris.Select(u => new Uri(u, UriKind.Absolute)));
        descriptor.Permissions.Clear();
        descriptor.Permissions.UnionWith([Permissions.Endpoints.Token, Permissions.Endpoints.Revocation]);
        if (client.KeepsSecret)
        {
            descriptor.Permissions.Add(Permissions.GrantTypes.ClientCredentials);
            return;
        }

        // A loopback address counts with whatever port the app was given (RFC 8252, 7.3).
        descriptor.ApplicationType = ApplicationTypes.Native;
        descriptor.Permissions.UnionWith(
            [Permissions.Endpoints.Authorization, Permissions.GrantTypes.AuthorizationCode, Permissions.GrantTypes.RefreshToken, Permissions.ResponseTypes.Code]);
        descriptor.Requirements.Add(Requirements.Features.ProofKeyForCodeExchange);
    }

    private static async Task SavingAsync(Func<Task> save)
    {
        try
        {
            await save();
        }
        catch (OpenIddictExceptions.ConcurrencyException e)
        {
            throw new ConcurrentChangeException(e);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { ConstraintName: { } constraint })
        {
            throw new ConstraintViolatedException(constraint, e);
        }
    }
}
