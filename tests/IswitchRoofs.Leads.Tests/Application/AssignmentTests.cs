using IswitchRoofs.IntegrationEvents.Customers;
using IswitchRoofs.IntegrationEvents.Leads;
using IswitchRoofs.Leads.Application;
using IswitchRoofs.Leads.Application.Assignment;
using IswitchRoofs.Leads.Application.Bulk;
using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Leads.Domain.Assignment;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Tests.Application;

/// <summary>L4 on a real store: what people are measured by, why somebody was chosen, and many leads at once.</summary>
public sealed class AssignmentTests : LeadsOnPostgres
{
    [Fact]
    public async Task Who_answers_in_time_and_wins_is_chosen_before_who_loses_and_the_history_says_why()
    {
        var (sam, maria) = (await HavingUserAsync("Sam"), await HavingUserAsync("Maria"));
        for (var i = 0; i < 3; i++)
        {
            var lost = await HavingAsync(Somebody() with { AssignedTo = sam });
            await MoveAsync(lost.Id, "lost", "Price");
            await Module.PublishAsync(new LeadStatusChanged(Guid.CreateVersion7(), Module.Clock.GetUtcNow(), lost.Id, "Ann Lee", "new", "lost", "Price", sam, [], null));
            await CallAsync((await HavingAsync(Somebody() with { AssignedTo = maria })).Id);
        }

        (await PerformanceAsync(sam)).ShouldBe(44); // (5/13 + 5/10) / 2
        (await PerformanceAsync(maria)).ShouldBe(50, "nothing of hers is decided, and the hour has not struck");
        (await RateAsync()).ShouldBe(1);
        (await PerformanceAsync(maria)).ShouldBe(56); // (5/10 + 8/13) / 2

        var lead = await HavingAsync();
        lead.AssignedTo.ShouldBe(maria);
        (await HistoryAsync(lead.Id)).Items.Single(h => h.Kind == "assignment").Reason
            .ShouldBe("Best fit with 51.2 of 100 points: territory 0 of 40, skills 30 of 30, performance 11.2 of 20, workload 10 of 10.");

        Module.Clock.Advance(TrackRecord.Period + TimeSpan.FromDays(1));
        (await RateAsync()).ShouldBe(2, "half a year later it does not count any more");
        (await PerformanceAsync(sam)).ShouldBe(50);
    }

    [Fact]
    public async Task Many_leads_are_dealt_out_so_that_each_choice_counts_the_ones_before()
    {
        var leads = new List<Guid>();
        for (var i = 0; i < 7; i++) leads.Add((await HavingAsync()).Id);
        Guid[] people = [await HavingUserAsync("Sam"), await HavingUserAsync("Maria"), await HavingUserAsync("Joe")];
        Module.User.Become(people[0], "manager", LeadsPermissions.BulkAssignAny);

        var dealt = (await BulkAsync(new ChangeLeads { Ids = leads, Action = "assign", Strategy = "load_balanced" })).Value;
        dealt.Done.Count.ShouldBe(7);
        var shares = new List<int>();
        foreach (var person in people) shares.Add((await SearchAsync(new SearchLeads { AssignedTo = person.ToString() })).Total!.Value);
        shares.Order().ShouldBe([2, 2, 3]);

        // Without force nobody loses a lead, and nothing is dealt for those.
        (await BulkAsync(new ChangeLeads { Ids = leads, Action = "assign", Strategy = "round_robin" })).Value.Done.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("best")]
    [InlineData("manual")]
    public async Task A_strategy_that_chooses_nobody_is_refused(string strategy) =>
        (await BulkAsync(new ChangeLeads { Ids = [Guid.CreateVersion7()], Action = "assign", Strategy = strategy })).Error!.Fields.Keys.ShouldContain("strategy");

    [Fact]
    public async Task Where_nobody_is_free_each_lead_is_skipped_with_the_reason()
    {
        var lead = await HavingAsync();
        Module.User.Become(Guid.CreateVersion7(), "manager", LeadsPermissions.BulkAssignAny);
        (await BulkAsync(new ChangeLeads { Ids = [lead.Id], Action = "assign", Strategy = "smart" })).Value.Skipped.ShouldHaveSingleItem().Code.ShouldBe("leads.nobody_free");
    }

    private Task<Result<LeadsChanged>> BulkAsync(ChangeLeads request) =>
        Module.DoAsync<ChangeLeadsHandler, Result<LeadsChanged>>(h => h.HandleAsync(request, default));

    private async Task<int> RateAsync() => (await Module.DoAsync<RateAssigneesHandler, Result<int>>(h => h.HandleAsync(new RateAssignees(), default))).Value;

    private async Task<int> PerformanceAsync(Guid person) =>
        await Module.Database.ScalarAsync<int>($"SELECT performance FROM leads.assignees WHERE id = '{person}'");

    private Task CallAsync(Guid leadId)
    {
        var now = Module.Clock.GetUtcNow();
        return Module.PublishAsync(new InteractionLogged(Guid.CreateVersion7(), now, Guid.CreateVersion7(), null, leadId, null, "phone_call", "outbound", null, now, null, null, Module.User.Id, "Maria", true));
    }
}
