using System.Linq.Expressions;
using System.Text.Json.Serialization;
using IswitchRoofs.Identity.Domain.Teams;

namespace IswitchRoofs.Identity.Application.Teams;

/// <param name="Territories">ZIP codes of five digits.</param>
public sealed record TeamDetails(
    Guid Id, string Name, Guid? ManagerId, IReadOnlyList<Guid> MemberIds, IReadOnlyList<string> Territories, IReadOnlyList<string> Skills,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, [property: JsonIgnore] uint Version)
{
    internal static readonly Expression<Func<Team, TeamDetails>> Projection = t => new TeamDetails(
        t.Id.Value, t.Name, t.ManagerId, t.MemberIds, t.Territories, t.Skills, t.CreatedAt, t.UpdatedAt, t.Version);

    internal static TeamDetails Of(Team t) => new(
        t.Id.Value, t.Name, t.ManagerId, t.MemberIds, t.Territories, t.Skills, t.CreatedAt, t.UpdatedAt, t.Version);
}
