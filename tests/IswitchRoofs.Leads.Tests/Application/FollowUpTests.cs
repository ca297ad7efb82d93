using IswitchRoofs.IntegrationEvents.Customers;
using IswitchRoofs.Leads.Application.FollowUps;
using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Leads.Infrastructure.Jobs;
using IswitchRoofs.Shared.Infrastructure.Jobs;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Tests.Application;

/// <summary>The reminder of leads that somebody wanted to follow up. It is Monday, June 15, 11:00 in Detroit.</summary>
public sealed class FollowUpTests : LeadsOnPostgres
{
    private static readonly DateOnly Today = new(2026, 6, 15);

    [Fact]
    public async Task A_follow_up_is_told_once_for_each_day_that_was_planned_by_two_workers()
    {
        var sam = await HavingUserAsync("Sam");
        var late = await HavingAsync(Somebody("Late") with { NextFollowUpOn = Today.AddDays(-3), AssignedTo = sam });
        var due = await HavingAsync(Somebody("Due") with { NextFollowUpOn = Today, AssignedTo = sam });
        await HavingAsync(Somebody("Soon") with { NextFollowUpOn = Today.AddDays(1), AssignedTo = sam });
        var lost = await HavingAsync(Somebody("Lost") with { NextFollowUpOn = Today, AssignedTo = sam });
        await MoveAsync(lost.Id, "lost", "Out of area");

        var runs = await Task.WhenAll(WorkAsync(), WorkAsync());
        await WorkAsync();

        (await ToldAsync()).ShouldBe([(late.Id, Today.AddDays(-3), sam), (due.Id, Today, sam)], ignoreOrder: true);
        runs.Sum(r => r.Counts.GetValueOrDefault("follow_ups")).ShouldBe(2);

        // Planned anew, told anew.
        await PatchAsync(due.Id, new UpdateLead { NextFollowUpOn = Today.AddDays(2) });
        await WorkAsync();
        (await ToldAsync()).Length.ShouldBe(2);
        Module.Clock.Advance(TimeSpan.FromDays(2));
        await WorkAsync();
        (await ToldAsync()).Skip(2).Select(t => t.On).ShouldBe([Today.AddDays(1), Today.AddDays(2)]);
    }

    [Fact]
    public async Task A_contact_does_what_was_planned_and_plans_what_it_says()
    {
        var lead = await HavingAsync(Somebody() with { NextFollowUpOn = Today });
        await LogAsync(lead.Id, "note", null);
        (await NextOfAsync(lead.Id)).ShouldBe((Today, "answer"));

        await LogAsync(lead.Id, "phone_call", null);
        (await NextOfAsync(lead.Id)).ShouldBe((null, "qualify"));
        await LogAsync(lead.Id, "phone_call", Today.AddDays(4));
        (await NextOfAsync(lead.Id)).ShouldBe((Today.AddDays(4), "follow_up"));

        // A call before that day changes nothing of the plan.
        await LogAsync(lead.Id, "email", null);
        (await NextOfAsync(lead.Id)).ShouldBe((Today.AddDays(4), "follow_up"));
        await WorkAsync();
        (await ToldAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_list_of_follow_ups_is_one_s_own_unless_all_are_asked_for()
    {
        var (sam, maria) = (await HavingUserAsync("Sam"), await HavingUserAsync("Maria", role: "manager"));
        await HavingAsync(Somebody("Late") with { NextFollowUpOn = Today.AddDays(-3), AssignedTo = sam });
        await HavingAsync(Somebody("Soon") with { NextFollowUpOn = Today.AddDays(7), AssignedTo = sam });
        await HavingAsync(Somebody("Far") with { NextFollowUpOn = Today.AddDays(8), AssignedTo = sam });
        await HavingAsync(Somebody("Other") with { NextFollowUpOn = Today, AssignedTo = maria });

        Module.User.Become(sam, "sales");
        (await NamesAsync(new GetLeadFollowUps())).ShouldBe(["Late", "Soon"]);
        (await NamesAsync(new GetLeadFollowUps(Days: 0))).ShouldBe(["Late"]);
        (await NamesAsync(new GetLeadFollowUps(Days: 8, AssignedTo: "all"))).ShouldBe(["Late", "Other", "Soon", "Far"]);
        (await NamesAsync(new GetLeadFollowUps(AssignedTo: maria.ToString()))).ShouldBe(["Other"]);
        (await TryAsync(new GetLeadFollowUps(Days: 366, AssignedTo: "somebody"))).Error!.Fields.Keys.ShouldBe(["days", "assigned_to"], ignoreOrder: true);
    }

    private Task<JobOutcome> WorkAsync() => Module.DoAsync<RemindOfLeadFollowUps, JobOutcome>(job => job.RunAsync(CancellationToken.None));

    private Task LogAsync(Guid leadId, string type, DateOnly? followUpOn) => Module.PublishAsync(new InteractionLogged(
        Guid.CreateVersion7(), Module.Clock.GetUtcNow(), Guid.CreateVersion7(), null, leadId, null, type, type == "note" ? "internal" : "outbound", null,
        Module.Clock.GetUtcNow(), null, followUpOn, Guid.CreateVersion7(), "Sam", true));

    private async Task<(DateOnly? On, string? Action)> NextOfAsync(Guid id)
    {
        var lead = (await GetAsync(id)).Value.Value;
        return (lead.NextFollowUpOn, lead.NextAction);
    }

    private async Task<string[]> NamesAsync(GetLeadFollowUps request) => [.. (await TryAsync(request)).Value.Leads.Select(l => l.LastName)];

    private Task<Result<LeadFollowUps>> TryAsync(GetLeadFollowUps request) =>
        Module.DoAsync<GetLeadFollowUpsHandler, Result<LeadFollowUps>>(h => h.HandleAsync(request, default));

    private async Task<(Guid Lead, DateOnly On, Guid Assignee)[]> ToldAsync() =>
    [
        .. (await Module.OutboxAsync()).Where(m => m.Type == "leads.lead-follow-up-due.v1").Select(m => (
            m.Payload.GetProperty("LeadId").GetGuid(), DateOnly.Parse(m.Payload.GetProperty("DueOn").GetString()!, System.Globalization.CultureInfo.InvariantCulture),
            m.Payload.GetProperty("AssigneeId").GetGuid())),
    ];
}
