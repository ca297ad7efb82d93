using IswitchRoofs.Shared.Application;

namespace IswitchRoofs.Projects.Tests.Application;

public sealed class DemoDataTests : ProjectsOnPostgres
{
    [Fact]
    public async Task Thirty_projects_in_every_status_are_written_once()
    {
        await SeedAsync();
        await SeedAsync();

        (await Module.Database.ScalarAsync<long>("SELECT count(*) FROM projects.projects")).ShouldBe(DemoPeople.Projects);
        (await Module.Database.ScalarAsync<long>("SELECT count(DISTINCT status) FROM projects.projects")).ShouldBe(10);
        (await Module.Database.ScalarAsync<long>("SELECT count(*) FROM projects.projects WHERE actual_cost > budget")).ShouldBeGreaterThan(2);
        (await Module.Database.ScalarAsync<bool>($"SELECT bool_or('{DemoPeople.Tech2}' = ANY(assigned_team)) FROM projects.projects")).ShouldBeFalse();
        (await Module.Database.ScalarAsync<long>("SELECT count(*) FROM projects.project_moves WHERE moved_at > timestamptz '2026-06-15 15:00Z'")).ShouldBe(0);
    }

    private Task<bool> SeedAsync() => Module.DoAsync<IDemoDataSeeder, bool>(async seeder =>
    {
        await seeder.SeedAsync(default);
        return true;
    });
}
