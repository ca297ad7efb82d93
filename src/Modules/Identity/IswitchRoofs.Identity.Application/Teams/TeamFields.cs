using System.Text.RegularExpressions;
using IswitchRoofs.Identity.Domain.Teams;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Identity.Application.Teams;

/// <summary>A team's fields as they were typed, checked in one place for creating and changing.</summary>
internal static partial class TeamFields
{
    private const int MostTerritories = 500;
    private const int MostMembers = 200;

    internal static string? Name(Validation check, string? name) => check.Text("name", name, 100, required: true);

    internal static string[] Territories(Validation check, IReadOnlyList<string?>? values)
    {
        var zips = (values ?? []).Select(z => z?.Trim() ?? "").ToArray();
        if (zips.Length > MostTerritories) check.Add("territories", $"must hold at most {MostTerritories} ZIP codes.");
        for (var i = 0; i < zips.Length; i++)
            if (!Zip().IsMatch(zips[i])) check.Add($"territories[{i}]", "must be a ZIP code of 5 digits such as 48009.");
        return zips;
    }

    internal static string[] Skills(Validation check, IReadOnlyList<string?>? values)
    {
        var skills = (values ?? []).Select(s => s?.Trim() ?? "").ToArray();
        for (var i = 0; i < skills.Length; i++)
            if (!WireName.TryParse<TeamSkill>(skills[i], out _)) check.Add($"skills[{i}]", $"must be one of {string.Join(", ", WireName.All<TeamSkill>())}.");
        return skills;
    }

    internal static async Task PeopleAsync(Validation check, IReadRepository<User> users, Guid? manager, IReadOnlyList<Guid>? members, CancellationToken ct)
    {
        if (members?.Count > MostMembers)
        {
            check.Add("member_ids", $"must hold at most {MostMembers} members.");
            return;
        }

        var ids = (members ?? []).Append(manager ?? Guid.Empty).Where(i => i != Guid.Empty).Distinct().Select(UserId.From).ToArray();
        if (ids.Length == 0) return;
        var known = (await users.ListAsync(new ActiveUsers(ids), ct)).ToDictionary(u => u.Id.Value);
        if (manager is { } id && (!known.TryGetValue(id, out var user) || user.Role is not (UserRole.Admin or UserRole.Manager)))
            check.Add("manager_id", "must be an active user with the role manager or admin.");
        if ((members ?? []).Any(m => !known.ContainsKey(m))) check.Add("member_ids", "must be active users.");
    }

    private sealed class ActiveUsers : Specification<User>
    {
        public ActiveUsers(UserId[] ids) => Query.Where(u => ids.Contains(u.Id) && u.IsActive);
    }

    [GeneratedRegex("^[0-9]{5}$")]
    private static partial Regex Zip();
}
