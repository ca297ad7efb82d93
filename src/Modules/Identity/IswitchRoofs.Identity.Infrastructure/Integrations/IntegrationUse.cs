using IswitchRoofs.Identity.Domain.Integrations;

namespace IswitchRoofs.Identity.Infrastructure.Integrations;

/// <summary>Apart from the integration itself, so that a call does not move its version.</summary>
internal sealed class IntegrationUse
{
    public required IntegrationId IntegrationId { get; init; }

    public required DateTimeOffset LastUsedAt { get; init; }
}
