using IswitchRoofs.Analytics.Application.Rebuilds;
using IswitchRoofs.Analytics.Infrastructure.Projections;
using IswitchRoofs.IntegrationEvents;
using IswitchRoofs.SharedKernel.Domain;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.DependencyInjection;
using static IswitchRoofs.Analytics.Tests.Scenario;

namespace IswitchRoofs.Analytics.Tests.Projections;

public sealed class RebuildTests
{
    private static readonly (string Table, string Key)[] Tables =
        [("lead_facts", "lead_id"), ("project_facts", "project_id"), ("appointment_facts", "appointment_id"), ("lead_daily", "day, dimension, value")];

    [Fact]
    public async Task A_rebuild_while_events_come_in_gives_the_same_figures()
    {
        await using var scenario = await StartAsync();
        await TellSomethingAsync(scenario, 0, 300);
        await RequestAsync(scenario);
        var runner = scenario.Provider.GetRequiredService<RebuildRunner>();
        await Task.WhenAll(runner.RunRequestedAsync(default), TellSomethingAsync(scenario, 300, 600));
        await scenario.CountAsync();
        var state = await StateAsync(scenario);
        state.Status.ShouldBe("done");
        state.FactsChanged.ShouldBe(0);

        var before = await TablesAsync(scenario);
        await RequestAsync(scenario);
        await runner.RunRequestedAsync(default);
        (await StateAsync(scenario)).EventsReplayed.ShouldBe(await scenario.Database.ScalarAsync<long>("SELECT count(*) FROM analytics.event_log"));
        (await TablesAsync(scenario)).ShouldBe(before);
    }

    [Fact]
    public async Task A_rebuild_repairs_what_somebody_broke()
    {
        await using var scenario = await StartAsync();
        await TellSomethingAsync(scenario, 0, 100);
        await scenario.CountAsync();
        var before = await TablesAsync(scenario);
        await scenario.Database.ExecuteAsync("DELETE FROM analytics.lead_facts WHERE score > 60; UPDATE analytics.project_facts SET contract_value = 1; TRUNCATE analytics.lead_daily");
        await RequestAsync(scenario);
        await scenario.Provider.GetRequiredService<RebuildRunner>().RunRequestedAsync(default);
        (await TablesAsync(scenario)).ShouldBe(before);
        (await StateAsync(scenario)).FactsChanged.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_second_request_is_refused_while_one_waits()
    {
        await using var scenario = await StartAsync();
        await RequestAsync(scenario);
        var refused = await scenario.RunAsync<RequestRebuildHandler, Result<RebuildState>>(h => h.HandleAsync(new RequestRebuild(), default));
        refused.Error!.Code.ShouldBe("analytics.rebuild_running");
    }

    private static async Task TellSomethingAsync(Scenario scenario, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var id = Uuid.New(Now);
            IIntegrationEvent[] events = (i % 4) switch
            {
                0 => [ALead(id, Now.AddDays(-i % 90), score: i % 100), Moved(id, "contacted", Now.AddDays(-i % 90).AddMinutes(i))],
                1 => [ALead(id, Now.AddDays(-i % 30)), Updated(id, Now.AddHours(1), "qualified", i % 100, 500m * i)],
                2 => [AProject("completed", new DateOnly(2027, 6, 1 + (i % 28)), 1_000m * i, id: id)],
                _ => [AnAppointment(Now.AddDays((i % 20) - 10), i % 8 == 3 ? "completed" : "scheduled", id)],
            };
            await scenario.TellAsync(events);
        }
    }

    private static async Task RequestAsync(Scenario scenario) =>
        (await scenario.RunAsync<RequestRebuildHandler, Result<RebuildState>>(h => h.HandleAsync(new RequestRebuild(), default))).IsSuccess.ShouldBeTrue();

    private static async Task<RebuildState> StateAsync(Scenario scenario) =>
        (await scenario.RunAsync<GetRebuildHandler, Result<RebuildOverview>>(h => h.HandleAsync(new GetRebuild(), default))).Value.Last!;

    private static async Task<string> TablesAsync(Scenario scenario)
    {
        var text = "";
        foreach (var (table, key) in Tables) text += $"{table}\n{await scenario.TableAsync(table, key)}\n";
        return text;
    }
}
