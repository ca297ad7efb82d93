using IswitchRoofs.IntegrationEvents.Customers;
using IswitchRoofs.Projects.Application;
using IswitchRoofs.Projects.Application.Projects;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Projects.Tests.Application;

public sealed class ProjectUseCaseTests : ProjectsOnPostgres
{
    private static readonly Guid Tech = new("01900000-0000-7000-8000-0000000000f1");

    [Fact]
    public async Task A_new_project_begins_in_planning_with_an_estimate()
    {
        var created = await HavingAsync(ARoof() with { RoofSizeSqft = 3_200, Budget = 24_000, AssignedTeam = [Tech, Tech], Status = "planning", RoofMaterial = "metal" });

        var read = (await GetAsync(created.Id)).Value;

        read.ShouldBe(created with { AssignedTeam = read.AssignedTeam, AllowedMoves = read.AllowedMoves });
        read.ShouldSatisfyAllConditions(
            p => p.Status.ShouldBe("planning"), p => p.AllowedMoves.ShouldBe(["approved", "on_hold", "cancelled"]), p => p.CustomerName.ShouldBe("Ann Lee"),
            p => p.Priority.ShouldBe("medium"), p => p.AssignedTeam.ShouldBe([Tech]), p => p.SuggestedDays.ShouldBe(6), p => p.SuggestedCrew.ShouldBe(6),
            p => p.BudgetVariance.ShouldBe(24_000), p => p.IsOverBudget.ShouldBeFalse(), p => p.CreatedBy.ShouldBe(Module.User.Id));
        (await Module.OutboxAsync()).ShouldHaveSingleItem().Type.ShouldBe("projects.project-created.v1");
    }

    [Fact]
    public async Task Every_wrong_field_is_named()
    {
        var refused = await CreateAsync(new CreateProject
        {
            Name = " ", ProjectType = "castle", Priority = "x", Status = "approved", Budget = -1, CompletionPercentage = 101, Layers = 6, WarrantyYears = 51,
            RoofMaterial = "straw", StartDate = new(2026, 2, 1), EndDate = new(2026, 1, 31), MaterialsCost = 1.234m,
        });

        refused.Error!.Fields.Keys.Order().ShouldBe([
            "budget", "completion_percentage", "customer_id", "end_date", "layers", "materials_cost", "name", "priority", "project_type", "roof_material",
            "status", "warranty_years"]);
    }

    [Fact]
    public async Task A_project_needs_a_customer_that_exists()
    {
        (await CreateAsync(ARoof() with { CustomerId = Guid.CreateVersion7() })).Error!.Fields.Keys.ShouldContain("customer_id");

        await Module.PublishAsync(new CustomerDeleted(Guid.CreateVersion7(), Module.Clock.GetUtcNow(), Ann));
        (await CreateAsync(ARoof())).Error!.Fields.Keys.ShouldContain("customer_id");
    }

    [Fact]
    public async Task A_customer_whose_news_is_still_on_its_way_is_waited_for()
    {
        var bob = Guid.CreateVersion7();

        var creating = CreateAsync(ARoof() with { CustomerId = bob });
        await Module.PublishAsync(CustomerIs(bob, "Bob"));

        (await creating).Value.CustomerName.ShouldBe("Bob");
    }

    [Fact]
    public async Task The_actual_cost_is_the_sum_of_its_parts()
    {
        (await CreateAsync(ARoof() with { MaterialsCost = 100, LaborCost = 50, ActualCost = 151 })).Error!.Fields.Keys.ShouldContain("actual_cost");
        var roof = await HavingAsync(ARoof() with { MaterialsCost = 100, LaborCost = 50.5m, Budget = 150 });
        roof.ActualCost.ShouldBe(150.5m);
        roof.IsOverBudget.ShouldBeTrue();
        roof.BudgetVariance.ShouldBe(-0.5m);

        (await PatchAsync(roof.Id, new ProjectPatch { LaborCost = 40m })).Value.ActualCost.ShouldBe(140);
        (await PatchAsync(roof.Id, new ProjectPatch { ActualCost = 7m })).Error!.Fields.Keys.ShouldContain("actual_cost");
        (await PatchAsync(roof.Id, new ProjectPatch { LaborCost = (decimal?)null, MaterialsCost = (decimal?)null, ActualCost = 7m })).Value.ActualCost.ShouldBe(7);
    }

    [Fact]
    public async Task A_project_goes_its_way_and_its_history_tells_of_it()
    {
        var roof = await HavingAsync(ARoof() with { StartDate = new(2026, 6, 1), EndDate = new(2026, 6, 5) }, "approved", "scheduled", "in_progress");
        roof.IsOverdue.ShouldBeTrue();
        roof.ActualStartDate.ShouldBe(new DateOnly(2026, 6, 15));

        (await MoveAsync(roof.Id, "on_hold", "Storm")).Value.AllowedMoves.ShouldBe(["in_progress", "cancelled"]);
        await MoveAsync(roof.Id, "in_progress");
        await MoveAsync(roof.Id, "inspection");
        var done = (await MoveAsync(roof.Id, "completed")).Value;
        done.ShouldSatisfyAllConditions(p => p.CompletionPercentage.ShouldBe(100), p => p.ActualEndDate.ShouldBe(new DateOnly(2026, 6, 15)), p => p.IsOverdue.ShouldBeFalse());

        var refused = await MoveAsync(roof.Id, "planning");
        refused.Error!.Code.ShouldBe("projects.move_not_allowed");
        refused.Error.Extensions["allowed_moves"].ShouldBe(new[] { "invoiced" });
        (await MoveAsync(roof.Id, "nowhere")).Error!.Fields.Keys.ShouldContain("status");
        (await MoveAsync(roof.Id, null)).Error!.Fields.Keys.ShouldContain("status");

        var history = await Module.DoAsync<GetProjectHistoryHandler, Result<ProjectHistory>>(h => h.HandleAsync(new GetProjectHistory(roof.Id), default));
        history.Value.Items.Select(s => s.ToStatus).ShouldBe(["completed", "inspection", "in_progress", "on_hold", "in_progress", "scheduled", "approved", "planning"]);
        history.Value.Items[3].ShouldSatisfyAllConditions(s => s.FromStatus.ShouldBe("in_progress"), s => s.Reason.ShouldBe("Storm"), s => s.ChangedBy.ShouldBe(Module.User.Id));
        var moved = (await Module.OutboxAsync()).Where(m => m.Type == "projects.project-status-changed.v1").ToArray();
        moved.Length.ShouldBe(7);
        moved[^1].Payload.GetProperty("FromStatus").GetString().ShouldBe("inspection");
    }

    [Fact]
    public async Task Profitability_is_answered_with_its_class()
    {
        var roof = await HavingAsync(ARoof() with { ContractValue = 20_000, Budget = 15_000, MaterialsCost = 8_000, LaborCost = 4_500 });

        var profit = (await Module.DoAsync<GetProfitabilityHandler, Result<Profitability>>(h => h.HandleAsync(new GetProfitability(roof.Id), default))).Value;

        profit.ShouldBe(new Profitability(roof.Id, 12_500, 20_000, 7_500, 37.5m, 60, "good", 15_000, 2_500, false));
    }

    [Fact]
    public async Task A_replacement_puts_back_the_defaults_and_keeps_customer_and_status()
    {
        var roof = await HavingAsync(ARoof() with { Budget = 10, Notes = "x", Priority = "urgent" }, "approved");

        var replaced = (await ReplaceAsync(roof.Id, new ProjectFields { CustomerId = Ann, Name = "New", ProjectType = "repair" })).Value;

        replaced.ShouldSatisfyAllConditions(
            p => p.Name.ShouldBe("New"), p => p.Budget.ShouldBeNull(), p => p.Priority.ShouldBe("medium"), p => p.Status.ShouldBe("approved"));
        (await ReplaceAsync(roof.Id, new ProjectFields { CustomerId = Guid.CreateVersion7(), Name = "New", ProjectType = "repair" })).Error!.Fields.Keys.ShouldContain("customer_id");
    }

    [Fact]
    public async Task A_stale_version_is_refused()
    {
        var roof = await HavingAsync(ARoof());
        await PatchAsync(roof.Id, new ProjectPatch { Notes = "x" });

        (await PatchAsync(roof.Id, new ProjectPatch { Notes = "y" }, roof.Version)).Error!.Kind.ShouldBe(ErrorKind.Stale);
    }

    [Fact]
    public async Task A_deleted_project_is_gone_until_restored()
    {
        var roof = await HavingAsync(ARoof());

        (await DeleteAsync(roof.Id)).IsSuccess.ShouldBeTrue();
        (await GetAsync(roof.Id)).Error!.Kind.ShouldBe(ErrorKind.NotFound);
        (await RestoreAsync(roof.Id)).IsSuccess.ShouldBeTrue();
        (await RestoreAsync(roof.Id)).Error!.Code.ShouldBe("projects.not_deleted");
        await DeleteAsync(roof.Id);
        Module.Clock.Advance(TimeSpan.FromDays(31));
        (await RestoreAsync(roof.Id)).Error!.Kind.ShouldBe(ErrorKind.NotFound);
    }

    [Fact]
    public async Task Projects_go_to_the_trash_and_back_with_their_customer()
    {
        var roof = await HavingAsync(ARoof());
        var earlier = await HavingAsync(ARoof() with { Name = "Deleted before" });
        await DeleteAsync(earlier.Id);

        Module.Clock.Advance(TimeSpan.FromSeconds(1));
        await Module.PublishAsync(new CustomerDeleted(Guid.CreateVersion7(), Module.Clock.GetUtcNow(), Ann));
        (await GetAsync(roof.Id)).Error!.Kind.ShouldBe(ErrorKind.NotFound);
        (await RestoreAsync(roof.Id)).Error!.Code.ShouldBe("projects.customer_deleted");

        Module.Clock.Advance(TimeSpan.FromSeconds(1));
        await Module.PublishAsync(new CustomerRestored(Guid.CreateVersion7(), Module.Clock.GetUtcNow(), Ann));
        (await GetAsync(roof.Id)).IsSuccess.ShouldBeTrue();
        (await GetAsync(earlier.Id)).Error!.Kind.ShouldBe(ErrorKind.NotFound);
    }

    [Fact]
    public async Task A_field_technician_works_on_assigned_projects_only_and_on_three_things()
    {
        var mine = await HavingAsync(ARoof() with { AssignedTeam = [Tech] });
        var other = await HavingAsync(ARoof());
        Module.User.Become(Tech, "field_tech", ProjectsPermissions.ReadAssigned, ProjectsPermissions.WorkAssigned);

        (await GetAsync(mine.Id)).IsSuccess.ShouldBeTrue();
        (await GetAsync(other.Id)).Error!.Kind.ShouldBe(ErrorKind.NotFound);
        (await MoveAsync(other.Id, "approved")).Error!.Kind.ShouldBe(ErrorKind.NotFound);
        (await PatchAsync(other.Id, new ProjectPatch { Notes = "x" })).Error!.Kind.ShouldBe(ErrorKind.NotFound);
        (await SearchAsync(new())).Value.Items.ShouldHaveSingleItem().Id.ShouldBe(mine.Id);

        (await PatchAsync(mine.Id, new ProjectPatch { Notes = "Flashing done", CompletionPercentage = 40 })).Value.CompletionPercentage.ShouldBe(40);
        (await MoveAsync(mine.Id, "approved")).Value.Status.ShouldBe("approved");
        var refused = (await PatchAsync(mine.Id, new ProjectPatch { Budget = 1m, Notes = "x" })).Error!;
        refused.Kind.ShouldBe(ErrorKind.Forbidden);
        refused.Fields.Keys.ShouldBe(["budget"]);
        (await CreateAsync(ARoof())).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
        (await DeleteAsync(mine.Id)).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
        (await RestoreAsync(mine.Id)).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
        (await ReplaceAsync(mine.Id, new ProjectFields { CustomerId = Ann, Name = "x", ProjectType = "repair" })).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
    }

    [Fact]
    public async Task The_list_finds_by_every_filter()
    {
        var bob = Guid.CreateVersion7();
        await Module.PublishAsync(CustomerIs(bob, "Bob Miller"));
        var manager = Guid.CreateVersion7();
        var roof = await HavingAsync(ARoof() with
        {
            StartDate = new(2026, 6, 1),
            EndDate = new(2026, 6, 10),
            Budget = 100,
            ActualCost = 101,
            Priority = "high",
            AssignedTeam = [Tech],
            ProjectManagerId = manager,
            ClaimNumber = "CL-77",
        }, "approved");
        var other = await HavingAsync(new CreateProject { CustomerId = bob, Name = "Barn", ProjectType = "repair", StartDate = new(2026, 7, 1), EndDate = new(2026, 7, 2), Budget = 50 });

        foreach (var query in new SearchProjects[]
        {
            new() { Q = "oak ann" }, new() { Q = "cl-77" }, new() { Status = "approved,paid" }, new() { ProjectType = "full_replacement" }, new() { Priority = "high" },
            new() { CustomerId = Ann }, new() { TeamMember = Tech.ToString() }, new() { ManagerId = manager.ToString() }, new() { StartsTo = new(2026, 6, 1) },
            new() { EndsTo = new(2026, 6, 10) }, new() { Overdue = true }, new() { OverBudget = true }, new() { BudgetMin = 51 },
        })
            (await SearchAsync(query)).Value.Items.Select(p => p.Id).ShouldBe([roof.Id], query.ToString());
        foreach (var query in new SearchProjects[]
        {
            new() { Q = "miller" }, new() { StartsFrom = new(2026, 6, 2) }, new() { EndsFrom = new(2026, 6, 11) }, new() { Overdue = false }, new() { OverBudget = false }, new() { BudgetMax = 50 },
        })
            (await SearchAsync(query)).Value.Items.Select(p => p.Id).ShouldBe([other.Id], query.ToString());

        (await SearchAsync(new() { TeamMember = "me" })).Value.Total.ShouldBe(0);
        (await SearchAsync(new() { Page = new(Sort: "start_date") })).Value.Items.Select(p => p.Id).ShouldBe([roof.Id, other.Id]);
        (await SearchAsync(new() { Status = "x", TeamMember = "x", ManagerId = "x", Page = new(Sort: "x") })).Error!.Fields.Keys.Order().ShouldBe(["manager_id", "sort", "status", "team_member"]);
    }

    [Fact]
    public async Task A_walk_by_cursor_meets_each_project_once()
    {
        for (var i = 0; i < 5; i++) await HavingAsync(ARoof() with { Name = $"P{i}", StartDate = i % 2 == 0 ? null : new DateOnly(2026, 6, i), EndDate = null });
        foreach (var sort in new[] { "start_date", "-end_date", "name", "-budget", null })
        {
            var met = new List<Guid>();
            string? cursor = null;
            do
            {
                var page = (await SearchAsync(new() { Page = new PageRequest(PerPage: 2, Cursor: cursor, Sort: sort) })).Value;
                met.AddRange(page.Items.Select(p => p.Id));
                cursor = page.NextCursor;
            }
            while (cursor is not null);
            met.Distinct().Count().ShouldBe(5, sort);
            met.Count.ShouldBe(5, sort);
        }
    }

    private Task<Result<PageOf<ProjectRow>>> SearchAsync(SearchProjects query) =>
        Module.DoAsync<SearchProjectsHandler, Result<PageOf<ProjectRow>>>(h => h.HandleAsync(query, default));

    private Task<Result<ProjectDetails>> ReplaceAsync(Guid id, ProjectFields fields) =>
        Module.DoAsync<ReplaceProjectHandler, Result<ProjectDetails>>(h => h.HandleAsync(new ReplaceProject(id, fields), default));
}
