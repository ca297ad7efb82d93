using IswitchRoofs.IntegrationEvents.Customers;
using IswitchRoofs.IntegrationEvents.Scheduling;
using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Leads.Application.Stale;
using IswitchRoofs.Shared.Application.Patching;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Tests.Application;

public sealed class StaleTests : LeadsOnPostgres
{
    [Theory]
    [InlineData("new", 1)]
    [InlineData("contacted", 3)]
    [InlineData("qualified", 5)]
    [InlineData("appointment_scheduled", 7)]
    [InlineData("inspection_completed", 3)]
    [InlineData("quote_sent", 7)]
    [InlineData("negotiation", 7)]
    public async Task A_lead_that_nobody_touches_is_stale_after_the_days_of_its_status(string status, int days)
    {
        var lead = await HavingAsync();
        if (status != "new") await MoveAsync(lead.Id, status);

        Module.Clock.Advance(TimeSpan.FromDays(days));
        (await IsStaleAsync()).ShouldBeFalse();
        Module.Clock.Advance(TimeSpan.FromSeconds(1));
        (await IsStaleAsync()).ShouldBeTrue();
    }

    [Theory]
    [InlineData("lost")]
    [InlineData("nurture")]
    public async Task What_is_put_aside_is_never_stale(string status)
    {
        var lead = await HavingAsync();
        await MoveAsync(lead.Id, status, "Price");
        Module.Clock.Advance(TimeSpan.FromDays(90));

        (await IsStaleAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_follow_up_pauses_it_until_its_day_is_over_and_a_move_or_a_contact_by_a_person_touches_it()
    {
        var lead = await HavingAsync();
        Module.Clock.Advance(TimeSpan.FromDays(2));
        var today = new DateOnly(2026, 6, 17);
        await PatchAsync(lead.Id, new UpdateLead { NextFollowUpOn = new Optional<DateOnly?>(today) });
        (await IsStaleAsync()).ShouldBeFalse();
        Module.Clock.Advance(TimeSpan.FromDays(1));
        (await IsStaleAsync()).ShouldBeTrue();

        await LoggedAsync(lead.Id, byPerson: false);
        (await IsStaleAsync()).ShouldBeTrue();
        await LoggedAsync(lead.Id, byPerson: true);
        (await IsStaleAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task An_appointment_ahead_pauses_it_until_it_begins_or_is_called_off()
    {
        var lead = await HavingAsync();
        Module.Clock.Advance(TimeSpan.FromDays(2));
        (await IsStaleAsync()).ShouldBeTrue();
        var id = Guid.CreateVersion7();
        var start = Module.Clock.GetUtcNow().AddDays(3);

        await Module.PublishAsync(new AppointmentScheduled(Guid.CreateVersion7(), Module.Clock.GetUtcNow(), id, "inspection", "Roof", "scheduled", null, lead.Id, null, Guid.CreateVersion7(), start, start.AddHours(2), null));
        (await IsStaleAsync()).ShouldBeFalse();
        Module.Clock.Advance(TimeSpan.FromSeconds(1));
        await Module.PublishAsync(new AppointmentCancelled(Guid.CreateVersion7(), Module.Clock.GetUtcNow(), id, "inspection", "Roof", "cancelled", null, lead.Id, null, Guid.CreateVersion7(), start, start.AddHours(2), "Rain", null));
        (await IsStaleAsync()).ShouldBeTrue();
        Module.Clock.Advance(TimeSpan.FromSeconds(1));
        await Module.PublishAsync(new AppointmentUpdated(Guid.CreateVersion7(), Module.Clock.GetUtcNow(), id, "inspection", "Roof", "confirmed", null, lead.Id, null, Guid.CreateVersion7(), start, start.AddHours(2)));
        (await IsStaleAsync()).ShouldBeFalse();

        // An older event that arrives late changes nothing.
        await Module.PublishAsync(new AppointmentDeleted(Guid.CreateVersion7(), Module.Clock.GetUtcNow().AddMinutes(-5), id));
        (await IsStaleAsync()).ShouldBeFalse();
        Module.Clock.Advance(TimeSpan.FromDays(3));
        (await IsStaleAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task New_limits_hold_at_once_also_in_lists_that_were_kept()
    {
        await HavingAsync();
        Module.Clock.Advance(TimeSpan.FromDays(3));
        (await SearchAsync(new SearchLeads { Stale = true })).Total.ShouldBe(1);

        var rules = await LimitsAsync(Limits with { New = 3 });
        (await SearchAsync(new SearchLeads { Stale = true })).Total.ShouldBe(0);
        (await IsStaleAsync()).ShouldBeFalse();
        rules.Value.IsDefault.ShouldBeFalse();

        (await LimitsAsync(Limits, ifVersion: rules.Value.Version + 1)).Error!.Kind.ShouldBe(ErrorKind.Stale);
        (await LimitsAsync(Limits, rules.Value.Version)).Value.New.ShouldBe(1);
        (await IsStaleAsync()).ShouldBeTrue();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(366)]
    [InlineData(null)]
    public async Task Limits_that_make_no_sense_are_refused(int? days) =>
        (await LimitsAsync(Limits with { QuoteSent = days })).Error!.Fields.Keys.ShouldBe(["quote_sent"]);

    private static StaleRulesFields Limits { get; } = new()
    {
        New = 1, Contacted = 3, Qualified = 5, AppointmentScheduled = 7, InspectionCompleted = 3, QuoteSent = 7, Negotiation = 7,
    };

    private Task<Result<StaleRulesDetails>> LimitsAsync(StaleRulesFields fields, uint? ifVersion = null) =>
        Module.DoAsync<ChangeStaleRulesHandler, Result<StaleRulesDetails>>(h => h.HandleAsync(new ChangeStaleRules(fields, ifVersion), default));

    /// <summary>Row, filter and its opposite say the same; searched by name, since a cached list is of the moment it was made.</summary>
    private async Task<bool> IsStaleAsync()
    {
        var row = (await SearchAsync(new SearchLeads { Q = "ann" })).Items.Single();
        (await SearchAsync(new SearchLeads { Q = "ann", Stale = true })).Total.ShouldBe(row.Stale ? 1 : 0);
        (await SearchAsync(new SearchLeads { Q = "ann", Stale = false })).Total.ShouldBe(row.Stale ? 0 : 1);
        return row.Stale;
    }

    private Task LoggedAsync(Guid leadId, bool byPerson)
    {
        var now = Module.Clock.GetUtcNow();
        return Module.PublishAsync(new InteractionLogged(Guid.CreateVersion7(), now, Guid.CreateVersion7(), null, leadId, null, "phone_call", "outbound", null, now, null, null, Module.User.Id, "Maria", byPerson));
    }
}
