using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Users;

/// <summary>What forms offer to choose from.</summary>
public static class UserChoices
{
    public static IReadOnlyList<string> Roles { get; } = WireName.All<UserRole>();

    public static IReadOnlyList<string> Availabilities { get; } = WireName.All<Availability>();
}
