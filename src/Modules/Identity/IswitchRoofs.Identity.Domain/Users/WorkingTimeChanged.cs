using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Identity.Domain.Users;

/// <summary>The user works as told here from now on.</summary>
public sealed record WorkingTimeChanged(
    DateTimeOffset OccurredAt, UserId UserId, IReadOnlyList<string> WorkingHours, IReadOnlyList<string> TimeOff) : IDomainEvent;
