using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Identity.Domain.Users;

/// <summary>The user, or a team that the user belongs to or manages, is now as told here.</summary>
public sealed record UserChanged(
    DateTimeOffset OccurredAt,
    UserId UserId,
    string Name,
    string Email,
    UserRole Role,
    bool IsActive,
    Availability Availability,
    IReadOnlyList<Guid> TeamIds,
    IReadOnlyList<Guid> ManagedTeamIds,
    IReadOnlyList<string> Territories,
    IReadOnlyList<string> Skills) : IDomainEvent;
