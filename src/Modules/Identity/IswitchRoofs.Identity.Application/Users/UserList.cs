using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Identity.Application.Users;

/// <param name="Members">Null: whatever team.</param>
internal sealed record UserFilter(string? Text, UserRole[]? Roles, Guid[]? Members, bool? IsActive);

internal sealed class UserList : Specification<User, UserDetails>
{
    public UserList(UserFilter filter, PagePlan<User, UserDetails> plan)
    {
        if (filter.Text is { } text)
        {
            var part = text.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // The database compares, not this process.
            Query.Where(u => u.Name.ToLower().Contains(part) || u.Email.Contains(part));
#pragma warning restore CA1304, CA1311, CA1862
        }

        if (filter.Roles is { } roles) Query.Where(u => roles.Contains(u.Role));
        if (filter.Members is { } members)
        {
            var ids = members.Select(UserId.From).ToArray();
            Query.Where(u => ids.Contains(u.Id));
        }

        if (filter.IsActive is { } active) Query.Where(u => u.IsActive == active);
        plan.ApplyTo(Query);
        Select(u => new UserDetails(
            u.Id.Value, u.Email, u.Name, WireName.Of(u.Role), u.Phone, Array.Empty<Guid>(), u.IsActive, u.Timezone, WireName.Of(u.Availability),
            u.LastLoginAt, u.TwoFactorEnabled, u.InvitedAt, u.CreatedAt, u.UpdatedAt, u.Version));
    }
}
