using IswitchRoofs.IntegrationEvents.Leads;

namespace IswitchRoofs.Projects.Tests.Application;

/// <summary>A won lead's project (L5) is opened by what Leads tells, once and under the id that was promised.</summary>
public sealed class ProjectOfLeadTests : ProjectsOnPostgres
{
    [Fact]
    public async Task A_won_lead_opens_its_project_once_under_the_promised_id()
    {
        var won = Won(Ann, Guid.CreateVersion7()) with { ProjectType = "repair", EstimatedValue = 8_500, Address = "12 Oak St", RoofSizeSqft = 1_900 };

        await Module.PublishAsync(won);
        await Module.PublishAsync(won);

        (await GetAsync(won.ProjectId!.Value)).Value.ShouldSatisfyAllConditions(
            p => p.Name.ShouldBe("Repair for Lee Wong"), p => p.ProjectType.ShouldBe("repair"), p => p.CustomerName.ShouldBe("Ann Lee"), p => p.Budget.ShouldBe(8_500),
            p => p.Address.ShouldBe("12 Oak St"), p => p.RoofSizeSqft.ShouldBe(1_900), p => p.LeadId.ShouldBe(won.LeadId), p => p.CreatedBy.ShouldBe(won.ConvertedBy));
        (await Module.OutboxAsync()).ShouldHaveSingleItem().Type.ShouldBe("projects.project-created.v1");
    }

    [Fact]
    public async Task A_customer_whose_news_comes_later_has_the_leads_name_until_then()
    {
        var bob = Guid.CreateVersion7();
        var won = Won(bob, Guid.CreateVersion7());

        await Module.PublishAsync(won);
        (await GetAsync(won.ProjectId!.Value)).Value.CustomerName.ShouldBe("Lee Wong");

        // It was written before the lead was won, and is delivered after.
        await Module.PublishAsync(CustomerIs(bob, "Robert Wong") with { OccurredAt = won.OccurredAt.AddSeconds(-1) });
        (await GetAsync(won.ProjectId!.Value)).Value.CustomerName.ShouldBe("Robert Wong");
    }

    [Fact]
    public async Task A_lead_won_without_a_project_opens_none()
    {
        await Module.PublishAsync(Won(Ann, projectId: null));

        (await Module.OutboxAsync()).ShouldBeEmpty();
    }

    private LeadConverted Won(Guid customer, Guid? projectId) => new(
        Guid.CreateVersion7(), Module.Clock.GetUtcNow(), Guid.CreateVersion7(), "Lee Wong", customer, projectId, "referral", null, null, null, null, false, null, [],
        Guid.CreateVersion7(), "Mary Manager");
}
