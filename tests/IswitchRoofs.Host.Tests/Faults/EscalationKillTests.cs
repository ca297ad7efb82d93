using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using IswitchRoofs.Host.Tests.Http;
using IswitchRoofs.TestKit;

namespace IswitchRoofs.Host.Tests.Faults;

/// <summary>R3 between hosts: who is told of a lead that waits is told once, whichever host does it and whichever dies.</summary>
[Trait("Category", "Fault")]
[Collection(FaultSettings.OneAtATime)]
public sealed class EscalationKillTests
{
    private static readonly string[] Steps = ["remind", "missed", "managers", "admins"];

    [Fact]
    public async Task Each_step_is_told_once_by_two_hosts_of_which_each_is_killed_between_two_steps()
    {
        await using var database = await HostFixture.CreateDatabaseAsync();
        var settings = FaultSettings.On(database.ConnectionString);

        // Without Redis a host hears nothing of settings that another one changed: the second starts after the change.
        var hosts = new List<HostProcess> { await HostProcess.StartAsync(settings) };
        try
        {
            var lead = await HavingHotLeadInAStormAsync(hosts[0], database);
            hosts.Add(await HostProcess.StartAsync(settings));
            for (var step = 0; step < Steps.Length; step++)
            {
                // Instead of turning the clocks of both hosts: the lead came in earlier. Half of the 120 seconds for each step.
                await database.ExecuteAsync($"UPDATE leads.leads SET created_at = now() - interval '{(step + 1) * 60 + 1} seconds' WHERE id = '{lead}'");
                await Eventually.GetAsync(
                    () => database.ScalarAsync<long>($"SELECT count(*) FROM leads.lead_escalations WHERE lead_id = '{lead}'"),
                    count => count == step + 1, $"step {Steps[step]} is told", TimeSpan.FromSeconds(60));

                // Dead before or while it hands the news on: the other host has to, and tells the next step alone.
                if (step == 0) await hosts[0].KillAsync();
                if (step == 1) hosts[0] = await RestartAsync(hosts[0], settings);
                if (step == 2) await hosts[1].KillAsync();
            }

            // Waits until every message is handed on.
            await Ledger.RelayedAsync(database);
            var told = $"type = 'leads.lead-escalated.v1' AND payload->>'LeadId' = '{lead}'";
            foreach (var step in Steps)
                (await database.ScalarAsync<long>($"SELECT count(*) FROM leads.outbox_messages WHERE {told} AND payload->>'Step' = '{step}'")).ShouldBe(1, step);
            (await database.ScalarAsync<long>($"SELECT count(*) FROM identity.inbox_entries WHERE refusal IS NULL AND event_id IN (SELECT id FROM leads.outbox_messages WHERE {told})"))
                .ShouldBe(Steps.Length, "each has told its people");
        }
        finally
        {
            foreach (var host in hosts) await host.DisposeAsync();
        }
    }

    private static async Task<HostProcess> RestartAsync(HostProcess dead, IReadOnlyDictionary<string, string?> settings)
    {
        await dead.DisposeAsync();
        return await HostProcess.StartAsync(settings);
    }

    private static async Task<Guid> HavingHotLeadInAStormAsync(HostProcess host, TestDatabase database)
    {
        host.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await HostFixture.LogInAsync(host.Http, "admin"));

        // The lead is going to be made older than the storm that is switched on here; at night its minutes would not count then.
        await SetStormAsync(hotSeconds: 90);
        await database.ExecuteAsync("UPDATE leads.response_rules SET storms = ARRAY['2026-01-01T00:00:00.0000000Z/']");
        await SetStormAsync(hotSeconds: 120);
        using var answer = await host.Http.PostAsJsonAsync("/api/leads", new
        {
            first_name = "Ann", last_name = "Lee", email = $"{Guid.CreateVersion7():N}@example.com", source = "website_form", zip_code = "48009", property_value = 650_000, urgency = "immediate",
        });
        var lead = await answer.OkAsync(HttpStatusCode.Created);
        lead.GetProperty("temperature").GetString().ShouldBe("hot");
        return lead.GetProperty("id").GetGuid();

        async Task SetStormAsync(int hotSeconds)
        {
            using var storm = await host.Http.PutAsJsonAsync(
                "/api/settings/response-targets", new { hot_seconds = hotSeconds, warm_seconds = 300, cool_seconds = 7_200, cold_seconds = 28_800, storm_mode = true });
            await storm.OkAsync();
        }
    }
}
