using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Identity.Domain.Users;

/// <summary>Those who could still administer the system if one user could not (U6).</summary>
public sealed class ActiveAdmins : Specification<User>
{
    public ActiveAdmins(UserId except) =>
        Query.Where(u => u.Role == UserRole.Admin && u.IsActive && u.Id != except);
}
