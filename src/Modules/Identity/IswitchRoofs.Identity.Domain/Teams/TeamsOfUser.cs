using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Identity.Domain.Teams;

/// <summary>Teams that the user belongs to or manages.</summary>
public sealed class TeamsOfUser : Specification<Team>
{
    public TeamsOfUser(Guid userId) =>
        Query.Where(t => t.MemberIds.Contains(userId) || t.ManagerId == userId).OrderBy(t => t.Id);
}
