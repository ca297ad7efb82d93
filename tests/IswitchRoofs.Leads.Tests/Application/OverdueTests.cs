using IswitchRoofs.IntegrationEvents.Customers;
using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Shared.Application.Patching;

namespace IswitchRoofs.Leads.Tests.Application;

/// <summary>What the filter <c>overdue</c> finds. It is Monday, 11:00 in Detroit.</summary>
public sealed class OverdueTests : LeadsOnPostgres
{
    [Theory]
    [InlineData(650_000, "immediate", "hot", 120)]
    [InlineData(350_000, "1-3_months", "warm", 300)]
    [InlineData(200_000, "1-3_months", "cool", 7_200)]
    public async Task Waiting_past_the_target_of_its_temperature_is_overdue_until_it_is_answered(int value, string urgency, string temperature, int seconds)
    {
        var lead = await HavingAsync(Somebody() with { PropertyValue = value, Urgency = urgency });
        lead.Temperature.ShouldBe(temperature);

        Module.Clock.Advance(TimeSpan.FromSeconds(seconds - 1));
        (await IsOverdueAsync()).ShouldBeFalse();
        Module.Clock.Advance(TimeSpan.FromSeconds(1));
        (await IsOverdueAsync()).ShouldBeTrue();

        var now = Module.Clock.GetUtcNow();
        await Module.PublishAsync(new InteractionLogged(Guid.CreateVersion7(), now, Guid.CreateVersion7(), null, lead.Id, null, "phone_call", "outbound", null, now, null, null, Module.User.Id, "Maria", true));
        (await IsOverdueAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_follow_up_is_overdue_when_its_day_is_over_and_never_with_a_lead_that_is_put_aside()
    {
        var lead = await HavingAsync();
        await PatchAsync(lead.Id, new UpdateLead { NextFollowUpOn = new Optional<DateOnly?>(new DateOnly(2026, 6, 15)) });
        (await IsOverdueAsync()).ShouldBeFalse();

        Module.Clock.Advance(TimeSpan.FromDays(1));
        (await IsOverdueAsync()).ShouldBeTrue();

        await MoveAsync(lead.Id, "nurture");
        (await IsOverdueAsync()).ShouldBeFalse();
    }

    private async Task<bool> IsOverdueAsync()
    {
        var overdue = (await SearchAsync(new SearchLeads { Overdue = true })).Total == 1;
        (await SearchAsync(new SearchLeads { Overdue = false })).Total.ShouldBe(overdue ? 0 : 1);
        return overdue;
    }
}
