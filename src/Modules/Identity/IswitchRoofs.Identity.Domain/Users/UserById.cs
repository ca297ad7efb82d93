using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Identity.Domain.Users;

/// <summary>One user, only to be read.</summary>
public sealed class UserById : Specification<User>
{
    public UserById(Guid id)
    {
        var userId = UserId.From(id);
        Query.Where(u => u.Id == userId);
    }
}
