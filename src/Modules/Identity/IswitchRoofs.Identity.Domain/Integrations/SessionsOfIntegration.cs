using IswitchRoofs.Identity.Domain.Sessions;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Identity.Domain.Integrations;

/// <summary>Where people are signed in through an app, to be ended with it.</summary>
public sealed class SessionsOfIntegration : Specification<Session>
{
    public SessionsOfIntegration(IntegrationId integration, DateTimeOffset now) =>
        Query.Where(s => s.IntegrationId == integration && s.EndedAt == null && s.ExpiresAt > now).OrderBy(s => s.Id).AsTracking();
}
