using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Identity.Domain.Users;

/// <summary>One user, only to be read.</summary>
public sealed class UserByEmail : Specification<User>
{
    /// <param name="email">In lower case, as addresses are kept.</param>
    public UserByEmail(string email) => Query.Where(u => u.Email == email);
}
