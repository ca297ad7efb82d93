using IswitchRoofs.Analytics.Application.Rebuilds;
using IswitchRoofs.Analytics.Infrastructure.Projections;
using IswitchRoofs.IntegrationEvents;
using IswitchRoofs.IntegrationEvents.Leads;
using IswitchRoofs.SharedKernel.Domain;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.DependencyInjection;
using static IswitchRoofs.Analytics.Tests.Scenario;

namespace IswitchRoofs.Analytics.Tests.Projections;

public sealed class FactTests
{
    [Fact]
    public async Task Any_order_and_any_repetition_of_a_leads_events_gives_the_same_fact()
    {
        await using var scenario = await StartAsync();
        var random = new Random(4711);
        var expected = "";
        for (var run = 0; run < 12; run++)
        {
            await scenario.Database.ExecuteAsync("TRUNCATE analytics.lead_facts, analytics.inbox_entries, analytics.event_log");
            IIntegrationEvent[] events = [.. Story()];
            if (run > 0)
            {
                random.Shuffle(events);
                await scenario.TellAsync([.. events, .. events]);
            }
            else
            {
                await scenario.TellAsync(events);
            }

            var table = await scenario.TableAsync("lead_facts", "lead_id");
            if (run == 0) expected = table;
            table.ShouldBe(expected, $"run {run} of seed 4711");
            (await scenario.Database.ScalarAsync<long>("SELECT count(*) FROM analytics.event_log")).ShouldBe(events.Length);
        }

        expected.ShouldContain("negotiation");
    }

    [Fact]
    public async Task Skipping_steps_reaches_all_of_them_and_going_back_loses_none()
    {
        await using var scenario = await StartAsync();
        var id = Uuid.New(Now);
        await scenario.TellAsync(
            ALead(id, Now.AddDays(-3)), Moved(id, "quote_sent", Now.AddDays(-2)), Moved(id, "contacted", Now.AddDays(-1)), Moved(id, "lost", Now.AddHours(-1)));
        (await scenario.Database.ScalarAsync<short>("SELECT furthest_stage FROM analytics.lead_facts")).ShouldBe((short)5);
        (await scenario.Database.ScalarAsync<string>("SELECT status FROM analytics.lead_facts")).ShouldBe("lost");
        (await scenario.Database.ScalarAsync<bool>("SELECT contacted_at = quote_at AND won_at IS NULL FROM analytics.lead_facts")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_batch_of_rescored_leads_is_counted_like_as_many_updates_also_when_the_figures_are_made_anew()
    {
        await using var scenario = await StartAsync();
        var (first, second, later) = (Uuid.New(Now), Uuid.New(Now), Uuid.New(Now));
        await scenario.TellAsync(ALead(first, Now.AddDays(-3), value: 8_000m), ALead(second, Now.AddDays(-2)), Updated(later, Now, "contacted", 90));
        await scenario.TellAsync(Rescored(Now.AddHours(-1), (first, 81, 8_000m), (second, 30, null), (later, 20, null)));
        var scores = "SELECT string_agg(score || ' ' || temperature, ', ' ORDER BY score) FROM analytics.lead_facts";

        (await scenario.Database.ScalarAsync<string>(scores)).ShouldBe("30 cold, 81 hot, 90 hot");
        (await scenario.DashboardAsync("7d")).ShouldNotBeNull();
        (await scenario.Database.ScalarAsync<long>("SELECT sum(leads) FROM analytics.lead_daily WHERE dimension = 'temperature' AND value = 'hot'")).ShouldBe(1);
        var table = await scenario.TableAsync("lead_facts", "lead_id");
        await scenario.RunAsync<RequestRebuildHandler, Result<RebuildState>>(h => h.HandleAsync(new RequestRebuild(), default));
        await scenario.Provider.GetRequiredService<RebuildRunner>().RunRequestedAsync(default);
        (await scenario.TableAsync("lead_facts", "lead_id")).ShouldBe(table);
    }

    [Fact]
    public async Task The_daily_counts_follow_every_change()
    {
        await using var scenario = await StartAsync();
        var (kept, deleted) = (Uuid.New(Now), Uuid.New(Now));
        await scenario.TellAsync(ALead(kept, value: 8_000m), ALead(deleted));
        await scenario.CountAsync();
        (await CountAsync(scenario, "total", "")).ShouldBe(2);
        await scenario.TellAsync(Moved(kept, "qualified", Now), new LeadDeleted(Uuid.New(Now), Now, deleted, null, []));
        await scenario.CountAsync();
        (await CountAsync(scenario, "total", "")).ShouldBe(1);
        (await CountAsync(scenario, "status", "new")).ShouldBe(0);
        (await CountAsync(scenario, "status", "qualified")).ShouldBe(1);
        (await CountAsync(scenario, "stage", "2")).ShouldBe(1);
        (await CountAsync(scenario, "response", "3600")).ShouldBe(1);
        (await scenario.Database.ScalarAsync<long>("SELECT count(*) FROM analytics.fact_changes")).ShouldBe(0);
    }

    private static async Task<int> CountAsync(Scenario scenario, string dimension, string value) =>
        (int)await scenario.Database.ScalarAsync<long>($"SELECT COALESCE(sum(leads), 0) FROM analytics.lead_daily WHERE dimension = '{dimension}' AND value = '{value}'");

    private static List<IIntegrationEvent> Story()
    {
        Guid Id(int n) => new($"01900000-0000-7000-8000-{n:D12}");
        var lead = Id(1);
        return
        [
            ALead(lead, Now.AddDays(-9)) with { EventId = Id(11) },
            Moved(lead, "contacted", Now.AddDays(-8)) with { EventId = Id(12) },
            Updated(lead, Now.AddDays(-7), "contacted", 70) with { EventId = Id(13) },
            Moved(lead, "quote_sent", Now.AddDays(-6), "contacted") with { EventId = Id(14) },
            Rescored(Now.AddDays(-6).AddHours(2), (lead, 55, null)) with { EventId = Id(19) },
            new LeadDeleted(Id(15), Now.AddDays(-5), lead, null, []),
            new LeadRestored(Id(16), Now.AddDays(-4), lead, null, []),
            Updated(lead, Now.AddDays(-3), "quote_sent", 85, 21_000m) with { EventId = Id(17) },
            Moved(lead, "negotiation", Now.AddDays(-2), "quote_sent") with { EventId = Id(18) },
        ];
    }
}
