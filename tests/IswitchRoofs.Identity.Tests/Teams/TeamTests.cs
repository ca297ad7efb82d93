using IswitchRoofs.Identity.Domain.Teams;
using IswitchRoofs.Identity.Domain.Users;

namespace IswitchRoofs.Identity.Tests.Teams;

public sealed class TeamTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_member_joins_once()
    {
        var team = ATeam("North");
        var user = UserId.New(Now);

        team.Admit(user, Now).ShouldBeTrue();
        team.Admit(user, Now).ShouldBeFalse();

        team.MemberIds.ShouldBe([user.Value]);
        team.DomainEvents.OfType<TeamChanged>().Last().MemberIds.ShouldBe([user.Value]);
    }

    [Fact]
    public void Who_is_not_in_the_team_cannot_be_dismissed() => ATeam("North").Dismiss(UserId.New(Now), Now).ShouldBeFalse();

    [Fact]
    public void A_user_stands_for_the_territories_and_skills_of_all_own_teams()
    {
        var user = User.Create(UserId.New(Now), "ann@example.com", "Ann", UserRole.Manager, null);
        var north = ATeam("North", user.Id, ["48009", "48012"], ["sales"]);
        var south = ATeam("South", user.Id, ["48012", "48103"], ["roofing_metal"]);
        var managed = Team.Create(TeamId.New(Now), "West", user.Id, [], ["48999"], [], Now);

        user.Announce([north, south, managed], Now);

        var told = user.DomainEvents.OfType<UserChanged>().ShouldHaveSingleItem();
        told.Territories.ShouldBe(["48009", "48012", "48103"]);
        told.Skills.ShouldBe(["roofing_metal", "sales"]);
        told.TeamIds.ShouldBe([north.Id.Value, south.Id.Value], ignoreOrder: true);
        told.ManagedTeamIds.ShouldBe([managed.Id.Value]);
    }

    private static Team ATeam(string name, UserId? member = null, string[]? territories = null, string[]? skills = null) =>
        Team.Create(TeamId.New(Now), name, null, member is { } id ? [id] : [], territories ?? [], skills ?? [], Now);
}
