namespace IswitchRoofs.IntegrationEvents.Identity;

/// <summary>A user was created or changed; carries everything the replicas of other modules hold. Territories and skills are those of the user's teams.</summary>
public sealed record UserChanged(
    Guid EventId,
    DateTimeOffset OccurredAt,
    Guid UserId,
    string Name,
    string Email,
    string Role,
    bool IsActive,
    string Availability,
    IReadOnlyList<Guid> TeamIds,
    IReadOnlyList<Guid> ManagedTeamIds,
    IReadOnlyList<string> Territories,
    IReadOnlyList<string> Skills) : IIntegrationEvent;
