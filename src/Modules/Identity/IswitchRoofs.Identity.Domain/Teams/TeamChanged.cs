using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Identity.Domain.Teams;

public sealed record TeamChanged(
    DateTimeOffset OccurredAt, TeamId TeamId, string Name, Guid? ManagerId, IReadOnlyList<Guid> MemberIds) : IDomainEvent;
