namespace IswitchRoofs.IntegrationEvents.Identity;

/// <summary>A team was created or changed; carries its whole current state.</summary>
public sealed record TeamChanged(
    Guid EventId,
    DateTimeOffset OccurredAt,
    Guid TeamId,
    string Name,
    Guid? ManagerId,
    IReadOnlyList<Guid> MemberIds) : IIntegrationEvent;
