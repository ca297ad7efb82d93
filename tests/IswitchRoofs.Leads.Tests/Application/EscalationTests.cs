using IswitchRoofs.IntegrationEvents.Customers;
using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Leads.Infrastructure.Jobs;
using IswitchRoofs.Shared.Infrastructure.Jobs;
using Npgsql;

namespace IswitchRoofs.Leads.Tests.Application;

/// <summary>R3 under a clock of our own: each step once, with two workers, and with one that dies between them. It is Monday, 11:00 in Detroit.</summary>
public sealed class EscalationTests : LeadsOnPostgres
{
    [Fact]
    public async Task Each_step_is_told_once_by_two_workers_at_its_part_of_the_target()
    {
        var sam = await HavingUserAsync("Sam");
        var lead = await HavingHotAsync(sam);

        foreach (var (seconds, steps) in new (int, string[])[]
        {
            (59, []), (60, ["remind"]), (119, ["remind"]), (120, ["remind", "missed"]), (179, ["remind", "missed"]), (180, ["remind", "missed", "managers"]),
            (239, ["remind", "missed", "managers"]), (240, ["remind", "missed", "managers", "admins"]), (100_000, ["remind", "missed", "managers", "admins"]),
        })
        {
            Module.Clock.SetUtcNow(lead.CreatedAt.AddSeconds(seconds));
            await Task.WhenAll(WorkAsync(), WorkAsync());
            await WorkAsync();
            (await ToldAsync()).Select(t => t.Step).ShouldBe(steps, $"after {seconds} s");
        }

        (await ToldAsync()).ShouldAllBe(t => t.Lead == lead.Id && t.Assignee == sam && t.Temperature == "hot" && t.TargetAt == lead.CreatedAt.AddSeconds(120));
    }

    [Fact]
    public async Task What_a_worker_told_that_died_before_its_commit_is_told_by_the_next_one()
    {
        var lead = await HavingHotAsync();
        Module.Clock.Advance(TimeSpan.FromSeconds(60));
        Task<JobOutcome> next;
        await using (var dying = await Module.Database.OpenAsync())
        {
            await using var transaction = await dying.BeginTransactionAsync();
            await using var insert = new NpgsqlCommand(
                """
                INSERT INTO leads.lead_escalations (id, lead_id, step, due_at, told_at, created_at, updated_at)
                VALUES (gen_random_uuid(), $1, 'remind', now(), now(), now(), now())
                """, dying, transaction)
            { Parameters = { new() { Value = lead.Id } } };
            await insert.ExecuteNonQueryAsync();
            next = WorkAsync();
            await TestKit.Eventually.HoldsAsync(
                async () => await Module.Database.ScalarAsync<long>("SELECT count(*) FROM pg_locks WHERE NOT granted") > 0, "the second waits for the first");
        }

        (await next).Counts.ShouldBe(new Dictionary<string, int> { ["escalations"] = 1 });
        (await ToldAsync()).ShouldHaveSingleItem().Step.ShouldBe("remind");
    }

    [Fact]
    public async Task After_an_outage_all_that_was_missed_is_told_but_no_reminder()
    {
        var lead = await HavingHotAsync();
        Module.Clock.Advance(TimeSpan.FromMinutes(30));
        await WorkAsync();
        await WorkAsync();

        (await ToldAsync()).Select(t => t.Step).ShouldBe(["missed", "managers", "admins"]);

        // What is older than a long weekend is no news any more.
        var old = await HavingHotAsync();
        Module.Clock.Advance(TimeSpan.FromDays(4));
        await WorkAsync();
        (await ToldAsync()).ShouldAllBe(t => t.Lead == lead.Id);
        old.Id.ShouldNotBe(lead.Id);
    }

    [Fact]
    public async Task A_response_stops_it_and_so_do_losing_and_deleting_but_a_note_does_not()
    {
        var (answered, noted, lost, deleted) = (await HavingHotAsync(), await HavingHotAsync(), await HavingHotAsync(), await HavingHotAsync());
        Module.Clock.Advance(TimeSpan.FromSeconds(61));
        await WorkAsync();
        (await ToldAsync()).Count.ShouldBe(4);

        await LogAsync(answered.Id, "phone_call", "outbound");
        await LogAsync(noted.Id, "note", "internal");
        await MoveAsync(noted.Id, "contacted");
        await MoveAsync(lost.Id, "lost", "Wrong number");
        await DeleteAsync(deleted.Id);
        Module.Clock.Advance(TimeSpan.FromSeconds(60));
        await WorkAsync();

        (await ToldAsync()).Skip(4).Select(t => (t.Lead, t.Step)).ShouldBe([(noted.Id, "missed")]);
    }

    [Fact]
    public async Task Colder_leads_wait_longer_and_a_lead_that_cools_down_is_not_told_twice()
    {
        var lead = await HavingHotAsync();
        var warm = await HavingAsync(Somebody() with { PropertyValue = 650_000 });
        warm.Temperature.ShouldBe("warm");
        Module.Clock.Advance(TimeSpan.FromSeconds(120));
        await WorkAsync();
        await PatchAsync(lead.Id, new UpdateLead { Urgency = "planning", PropertyValue = 100_000m });
        Module.Clock.Advance(TimeSpan.FromSeconds(30));
        await WorkAsync();

        (await ToldAsync()).Select(t => (t.Lead, t.Step)).ShouldBe([(lead.Id, "missed"), (warm.Id, "remind")]);
    }

    private Task<LeadDetails> HavingHotAsync(Guid? assignedTo = null) =>
        HavingAsync(Somebody() with { PropertyValue = 650_000, Urgency = "immediate", AssignedTo = assignedTo });

    /// <summary>As a host's job does it, in a scope of its own.</summary>
    private Task<JobOutcome> WorkAsync() => Module.DoAsync<EscalateWaitingLeads, JobOutcome>(job => job.RunAsync(CancellationToken.None));

    private Task LogAsync(Guid leadId, string type, string direction) => Module.PublishAsync(new InteractionLogged(
        Guid.CreateVersion7(), Module.Clock.GetUtcNow(), Guid.CreateVersion7(), null, leadId, null, type, direction, null, Module.Clock.GetUtcNow(), null, null, Guid.CreateVersion7(), "Sam", true));

    private async Task<IReadOnlyList<(Guid Lead, string Step, string Temperature, Guid? Assignee, DateTimeOffset TargetAt)>> ToldAsync() =>
    [
        .. (await Module.OutboxAsync()).Where(m => m.Type == "leads.lead-escalated.v1").Select(m => (
            m.Payload.GetProperty("LeadId").GetGuid(), m.Payload.GetProperty("Step").GetString()!, m.Payload.GetProperty("Temperature").GetString()!,
            m.Payload.GetProperty("AssigneeId").ValueKind == System.Text.Json.JsonValueKind.Null ? null : (Guid?)m.Payload.GetProperty("AssigneeId").GetGuid(),
            m.Payload.GetProperty("TargetAt").GetDateTimeOffset())),
    ];
}
