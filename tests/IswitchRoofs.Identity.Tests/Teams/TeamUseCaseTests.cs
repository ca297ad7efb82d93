using IswitchRoofs.Identity.Application.Teams;
using IswitchRoofs.Identity.Application.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.Shared.Application.Patching;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Tests.Teams;

public sealed class TeamUseCaseTests : IAsyncLifetime
{
    private IdentityServer _server = null!;

    public async Task InitializeAsync() => _server = await IdentityServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_new_team_tells_how_its_people_stand_now()
    {
        var created = await CreateAsync(new CreateTeam("Downriver", DemoPeople.Manager, [DemoPeople.Sales], ["48195"], ["sales"]));

        created.IsSuccess.ShouldBeTrue(created.Error?.Detail);
        created.Value.Territories.ShouldBe(["48195"]);
        var standing = await _server.Database.ScalarAsync<string>(
            $"SELECT payload->>'Territories' FROM identity.outbox_messages WHERE type = 'identity.user-changed.v1' AND payload->>'UserId' = '{DemoPeople.Sales}' ORDER BY position DESC LIMIT 1");
        standing.ShouldNotBeNull().ShouldContain("48195");
        standing.ShouldContain("48009");
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once()
    {
        var refused = await CreateAsync(new CreateTeam("", DemoPeople.Sales, [Guid.CreateVersion7()], ["4800", "48009"], ["juggling"]));

        refused.Error!.Fields.Keys.ShouldBe(["name", "territories[0]", "skills[0]", "manager_id", "member_ids"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_name_is_taken_once() =>
        (await CreateAsync(new CreateTeam("North Oakland"))).Error!.Code.ShouldBe("teams.name_taken");

    [Fact]
    public async Task A_member_comes_and_goes_and_moves_the_version()
    {
        var before = await _server.AsSystemAsync<GetTeamHandler, Result<TeamDetails>>(h => h.HandleAsync(new GetTeam(DemoPeople.NorthOakland), default));
        var joined = await _server.AsSystemAsync<AddTeamMemberHandler, Result<TeamDetails>>(
            h => h.HandleAsync(new AddTeamMember(DemoPeople.NorthOakland, DemoPeople.Sales2, before.Value.Version), default));
        joined.Value.MemberIds.ShouldContain(DemoPeople.Sales2);
        joined.Value.Version.ShouldNotBe(before.Value.Version);

        var stale = await _server.AsSystemAsync<RemoveTeamMemberHandler, Result>(
            h => h.HandleAsync(new RemoveTeamMember(DemoPeople.NorthOakland, DemoPeople.Sales2, before.Value.Version), default));
        stale.Error!.Code.ShouldBe("stale_version");
        var left = await _server.AsSystemAsync<RemoveTeamMemberHandler, Result>(
            h => h.HandleAsync(new RemoveTeamMember(DemoPeople.NorthOakland, DemoPeople.Sales2), default));
        left.IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task A_patch_leaves_alone_what_it_does_not_name()
    {
        var changed = await _server.AsSystemAsync<ChangeTeamHandler, Result<TeamDetails>>(h => h.HandleAsync(
            new ChangeTeam(DemoPeople.NorthOakland, new TeamPatch { Territories = new Optional<IReadOnlyList<string?>?>(["48009"]) }), default));

        changed.Value.Name.ShouldBe("North Oakland");
        changed.Value.Territories.ShouldBe(["48009"]);
        changed.Value.ManagerId.ShouldBe(DemoPeople.Manager);
    }

    [Fact]
    public async Task Users_are_found_by_name_role_and_team()
    {
        (await FindAsync(new SearchUsers(new PageRequest(), Q: "maria"))).ShouldBe([DemoPeople.Manager]);
        (await FindAsync(new SearchUsers(new PageRequest(), Role: "sales,admin", IsActive: true))).ShouldBe([DemoPeople.Admin, DemoPeople.Sales, DemoPeople.Sales2], ignoreOrder: true);
        (await FindAsync(new SearchUsers(new PageRequest(), TeamId: DemoPeople.NorthOakland))).ShouldBe([DemoPeople.Sales, DemoPeople.Tech], ignoreOrder: true);
    }

    [Fact]
    public async Task The_last_active_admin_stays()
    {
        var disabled = await _server.AsSystemAsync<SetUserActiveHandler, Result<UserDetails>>(h => h.HandleAsync(new SetUserActive(DemoPeople.Admin, false), default));
        var demoted = await _server.AsSystemAsync<ChangeUserHandler, Result<UserDetails>>(
            h => h.HandleAsync(new ChangeUser(DemoPeople.Admin, new UserPatch { Role = new Optional<string?>("sales") }), default));

        disabled.Error!.Code.ShouldBe("users.last_admin");
        demoted.Error!.Code.ShouldBe("users.last_admin");
    }

    private Task<Result<TeamDetails>> CreateAsync(CreateTeam command) =>
        _server.AsSystemAsync<CreateTeamHandler, Result<TeamDetails>>(h => h.HandleAsync(command, default));

    private async Task<Guid[]> FindAsync(SearchUsers query)
    {
        var page = await _server.AsSystemAsync<SearchUsersHandler, Result<PageOf<UserDetails>>>(h => h.HandleAsync(query, default));
        return [.. page.Value.Items.Select(u => u.Id)];
    }
}
