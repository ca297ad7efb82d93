using IswitchRoofs.Identity.Application.Accounts;
using IswitchRoofs.Identity.Domain.Integrations;
using IswitchRoofs.Identity.Domain.Sessions;
using IswitchRoofs.Shared.Application.Persistence;

namespace IswitchRoofs.Identity.Application.Integrations;

/// <summary>Signs an integration out everywhere: its own tokens, and the people who signed in through it.</summary>
internal static class GrantEnds
{
    /// <summary>To be saved with the use case's other changes.</summary>
    /// <returns>What to announce once it is saved.</returns>
    internal static async Task<IReadOnlyList<Guid>> EndGrantAsync(
        this IRepository<Session> sessions, IOAuthClients clients, Integration integration, DateTimeOffset now, CancellationToken ct)
    {
        var grant = integration.EndGrant(now);
        clients.EndGrant(grant);
        var open = await sessions.ListAsync(new SessionsOfIntegration(integration.Id, now), ct);
        foreach (var session in open) session.End(SessionEnd.IntegrationChanged, now);
        return [grant, .. open.Select(s => s.Id.Value)];
    }

    internal static void AnnounceAll(this IRevocations revocations, IReadOnlyList<Guid> ended)
    {
        foreach (var id in ended) revocations.Announce(id);
    }
}
