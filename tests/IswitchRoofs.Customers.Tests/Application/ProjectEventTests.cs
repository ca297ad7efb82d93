using IswitchRoofs.Customers.Application;
using IswitchRoofs.Customers.Application.Customers;
using IswitchRoofs.IntegrationEvents.Projects;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Customers.Tests.Application;

public sealed class ProjectEventTests : CustomersOnPostgres
{
    [Fact]
    public async Task Value_count_segment_and_status_follow_the_projects()
    {
        var ann = await HavingAsync(Ann());
        var roof = Guid.CreateVersion7();

        await Module.PublishAsync(ProjectIs("completed", ann.Id, roof, 60_000));
        (await GetAsync(ann.Id)).Value.ShouldSatisfyAllConditions(
            c => c.LifetimeValue.ShouldBe(60_000), c => c.ProjectCount.ShouldBe(1), c => c.Segment.ShouldBe("premium"), c => c.Status.ShouldBe("active"));

        await Module.PublishAsync(ProjectIs("paid", ann.Id, value: 40_000));
        await Module.PublishAsync(ProjectIs("cancelled", ann.Id, value: 7_000));
        await Module.PublishAsync(ProjectIs("planning", ann.Id, value: 9_000));
        (await GetAsync(ann.Id)).Value.ShouldSatisfyAllConditions(
            c => c.LifetimeValue.ShouldBe(100_000), c => c.ProjectCount.ShouldBe(3), c => c.Status.ShouldBe("vip"));

        Module.Clock.Advance(TimeSpan.FromSeconds(1));
        await Module.PublishAsync(new ProjectDeleted(Guid.CreateVersion7(), Module.Clock.GetUtcNow(), roof, ann.Id));
        (await GetAsync(ann.Id)).Value.LifetimeValue.ShouldBe(40_000);
        await Module.PublishAsync(new ProjectRestored(Guid.CreateVersion7(), Module.Clock.GetUtcNow(), roof, ann.Id));
        (await GetAsync(ann.Id)).Value.LifetimeValue.ShouldBe(100_000);
    }

    [Fact]
    public async Task An_event_told_twice_or_too_late_does_no_harm()
    {
        var ann = await HavingAsync(Ann());
        var roof = Guid.CreateVersion7();
        var now = Module.Clock.GetUtcNow();
        var paid = ProjectIs("paid", ann.Id, roof, 500, now);

        await Module.PublishAsync(paid);
        await Module.PublishAsync(paid);
        await Module.PublishAsync(ProjectIs("in_progress", ann.Id, roof, 400, now.AddMinutes(-1)));

        (await GetAsync(ann.Id)).Value.LifetimeValue.ShouldBe(500);
    }

    [Fact]
    public async Task Projects_of_one_customer_that_move_at_once_are_all_counted()
    {
        var ann = await HavingAsync(Ann());

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Module.PublishAsync(ProjectIs("paid", ann.Id, value: 10))));

        (await GetAsync(ann.Id)).Value.ShouldSatisfyAllConditions(c => c.LifetimeValue.ShouldBe(80), c => c.ProjectCount.ShouldBe(8));
    }

    [Fact]
    public async Task A_customer_with_a_project_in_progress_is_deleted_only_by_an_admin_who_insists()
    {
        var ann = await HavingAsync(Ann());
        await Module.PublishAsync(ProjectIs("in_progress", ann.Id));

        (await DeleteAsync(ann.Id)).Error!.Code.ShouldBe("customers.project_in_progress");
        Module.User.Become(Guid.CreateVersion7(), "manager", CustomersPermissions.Read, CustomersPermissions.Delete);
        (await DeleteAsync(ann.Id, force: true)).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
        Module.User.BecomeAlmighty();
        (await DeleteAsync(ann.Id, force: true)).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task A_field_technician_sees_only_the_customers_of_their_projects()
    {
        var tech = Guid.CreateVersion7();
        var ann = await HavingAsync(Ann());
        var bob = await HavingAsync(new CreateCustomer { Name = "Bob", Email = "bob@example.com" });
        await Module.PublishAsync(ProjectIs("scheduled", ann.Id, team: tech));
        Module.User.Become(tech, "field_tech", CustomersPermissions.ReadAssigned);

        (await GetAsync(ann.Id)).IsSuccess.ShouldBeTrue();
        (await GetAsync(bob.Id)).Error!.Kind.ShouldBe(ErrorKind.NotFound);
        (await HealthAsync(bob.Id)).Error!.Kind.ShouldBe(ErrorKind.NotFound);
        var list = await Module.DoAsync<SearchCustomersHandler, Result<PageOf<CustomerRow>>>(h => h.HandleAsync(new SearchCustomers(new PageRequest()), default));
        list.Value.Items.ShouldHaveSingleItem().Id.ShouldBe(ann.Id);
        (await PatchAsync(ann.Id, new CustomerPatch { Notes = "x" })).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
    }

    [Fact]
    public async Task Health_comes_with_its_parts_and_insights()
    {
        var ann = await HavingAsync(Ann() with { NpsScore = 9, RoofAge = 20 });
        await Module.PublishAsync(ProjectIs("paid", ann.Id, value: 40_000));

        var health = (await HealthAsync(ann.Id)).Value;

        health.HealthScore.ShouldBe(20 + 5 + 20);
        health.Parts.Count.ShouldBe(5);
        health.Insights.Select(i => i.Code).ShouldBe(["referral_candidate", "maintenance_due"]);
    }

    private Task<Result<CustomerHealth>> HealthAsync(Guid id) =>
        Module.DoAsync<GetCustomerHealthHandler, Result<CustomerHealth>>(h => h.HandleAsync(new GetCustomerHealth(id), default));
}
