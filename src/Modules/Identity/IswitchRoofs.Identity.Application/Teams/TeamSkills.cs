using IswitchRoofs.Identity.Domain.Teams;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Teams;

/// <summary>What a team may know, for forms.</summary>
public static class TeamSkills
{
    public static IReadOnlyList<string> All { get; } = WireName.All<TeamSkill>();
}
