using IswitchRoofs.IntegrationEvents.Customers;
using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Tests.Application;

public sealed class CaptureTests : LeadsOnPostgres
{
    [Fact]
    public async Task A_new_lead_is_scored_assigned_and_announced_in_one_save()
    {
        var far = await HavingUserAsync("Dana", territories: ["48236"]);
        var near = await HavingUserAsync("Sam", territories: ["48009"]);

        var lead = await HavingAsync(new CreateLead
        {
            FirstName = " Ann ", LastName = "Lee", Phone = "(248) 555-0142", Email = "Ann@Example.com", Source = "website_form",
            ZipCode = "48009", PropertyValue = 650_000, Urgency = "immediate", ProjectType = "full_replacement",
        });

        lead.ShouldSatisfyAllConditions(
            l => l.Score.ShouldBe(81), l => l.Temperature.ShouldBe("hot"), l => l.Status.ShouldBe("new"), l => l.AssignedTo.ShouldBe(near),
            l => l.FirstName.ShouldBe("Ann"), l => l.Phone.ShouldBe("+12485550142"), l => l.Email.ShouldBe("ann@example.com"),
            l => l.CreatedBy.ShouldBe(Module.User.Id), l => l.ScoreBreakdown.DemographicsScore.ShouldBe(55),
            l => l.ScoreBreakdown.BehavioralScore.ShouldBe(16), l => l.ScoreBreakdown.BantScore.ShouldBe(10));
        (await Module.OutboxAsync()).Select(m => m.Type).ShouldBe(["leads.lead-created.v1", "leads.lead-assigned.v1"]);
        (await GetAsync(lead.Id)).Value.Value.ScoreBreakdown.ShouldBe(lead.ScoreBreakdown);
        lead.AssignedTo.ShouldNotBe(far);
    }

    [Fact]
    public async Task With_nobody_free_a_lead_stays_unassigned_and_managers_are_to_be_told()
    {
        await HavingUserAsync("Maria", role: "manager");
        await HavingUserAsync("Sam", availability: "off_duty");

        var lead = await HavingAsync();

        lead.AssignedTo.ShouldBeNull();
        (await Module.OutboxAsync()).Select(m => m.Type).ShouldBe(["leads.lead-created.v1", "leads.lead-left-unassigned.v1"]);
    }

    [Fact]
    public async Task Leads_of_equal_candidates_go_to_them_in_turn()
    {
        var people = new[] { await HavingUserAsync("Sam"), await HavingUserAsync("Dana") };
        var chosen = new List<Guid?>();
        for (var i = 0; i < 4; i++)
        {
            Module.Clock.Advance(TimeSpan.FromMinutes(1));
            chosen.Add((await HavingAsync()).AssignedTo);
        }

        chosen.Take(2).Order().ShouldBe(people.Cast<Guid?>().Order());
        chosen.Skip(2).ShouldBe(chosen.Take(2));
    }

    [Fact]
    public async Task A_named_assignee_is_taken_and_must_be_somebody_who_can_have_leads()
    {
        var manager = await HavingUserAsync("Maria", role: "manager");
        var tech = await HavingUserAsync("Terrence", role: "field_tech");

        (await HavingAsync(Somebody() with { AssignedTo = manager })).AssignedTo.ShouldBe(manager);
        foreach (var wrong in (Guid[])[tech, Guid.CreateVersion7()])
        {
            var refused = await CreateAsync(Somebody() with { AssignedTo = wrong });
            refused.Error!.Fields.Keys.ShouldBe(["assigned_to"]);
        }
    }

    [Fact]
    public async Task Every_wrong_field_is_named()
    {
        var refused = await CreateAsync(new CreateLead
        {
            FirstName = "", LastName = new string('x', 101), Phone = "12", Email = "no", Source = "tv", State = "Mich", ZipCode = "4800",
            PropertyValue = -1, RoofAge = 101, RoofSizeSqft = -1, ProjectType = "castle", EstimatedValue = 1e12m, Priority = "now",
            Urgency = "yesterday", BudgetMin = 2, BudgetMax = 1, Notes = "a\0b", Tags = [new string('t', 200)],
        });

        refused.Error!.Kind.ShouldBe(ErrorKind.Invalid);
        refused.Error.Fields.Keys.Order(StringComparer.Ordinal).ShouldBe([
            "budget_max", "email", "estimated_value", "first_name", "last_name", "notes", "phone", "priority", "project_type",
            "property_value", "roof_age", "roof_size_sqft", "source", "state", "tags", "urgency", "zip_code"]);
        (await Module.Database.ScalarAsync<long>("SELECT count(*) FROM leads.leads")).ShouldBe(0);
    }

    [Fact]
    public async Task One_way_to_reach_the_person_is_required() =>
        (await CreateAsync(Somebody() with { Email = null })).Error!.Fields.Keys.ShouldBe(["phone"]);

    [Theory]
    [InlineData("phone", "(248) 555 0142", null, null)]
    [InlineData("email", null, "ANN@example.com", null)]
    [InlineData("address", null, "other@example.com", "12 oak ST.")]
    public async Task A_likely_duplicate_is_refused_with_its_matches_and_saved_when_wanted(string by, string? phone, string? email, string? address)
    {
        var first = await HavingAsync(Somebody() with { Phone = "248-555-0142", Email = "ann@example.com", Address = "12 Oak St", ZipCode = "48009" });
        var second = new CreateLead { FirstName = "A", LastName = "L", Source = "referral", Phone = phone, Email = email, Address = address, ZipCode = "48009-1234" };

        var refused = await CreateAsync(second);

        refused.Error!.Code.ShouldBe("duplicate_suspected");
        refused.Error.Kind.ShouldBe(ErrorKind.Conflict);
        var match = ((IEnumerable<Dictionary<string, object?>>)refused.Error.Extensions["matches"]!).ShouldHaveSingleItem();
        (match["entity_type"], match["id"], match["matched_on"]).ShouldBe(("lead", (object)first.Id, by));
        (await CreateAsync(second with { AllowDuplicate = true })).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task Closed_and_deleted_leads_are_no_duplicates()
    {
        var lost = await HavingAsync(Somebody() with { Email = "ann@example.com" });
        await MoveAsync(lost.Id, "lost", "no budget");
        var deleted = await HavingAsync(Somebody() with { Email = "ann@example.com" });
        (await DeleteAsync(deleted.Id)).IsSuccess.ShouldBeTrue();

        (await CreateAsync(Somebody() with { Email = "ann@example.com" })).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task A_customer_is_a_duplicate_until_deleted_and_again_once_restored()
    {
        var customer = Guid.CreateVersion7();
        await Module.PublishAsync(new CustomerCreated(
            Guid.CreateVersion7(), Now, customer, "Ann Lee", "ann@example.com", null, "residential", null, null, null, null, null, null));
        var ann = Somebody() with { Email = "ann@example.com" };

        var refused = await CreateAsync(ann);
        var match = ((IEnumerable<Dictionary<string, object?>>)refused.Error!.Extensions["matches"]!).ShouldHaveSingleItem();
        (match["entity_type"], match["id"]).ShouldBe(("customer", (object)customer));

        await Module.PublishAsync(new CustomerDeleted(Guid.CreateVersion7(), Now.AddSeconds(1), customer));
        (await CreateAsync(ann)).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task Capturing_leaves_an_audit_entry_that_names_the_caller()
    {
        var lead = await HavingAsync();

        (await Module.Database.ScalarAsync<Guid>(
            $"SELECT actor_id FROM leads.audit_entries WHERE entity_id = '{lead.Id}' AND action = 'created'")).ShouldBe(Module.User.Id!.Value);
    }

    private DateTimeOffset Now => Module.Clock.GetUtcNow();
}
