using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using IswitchRoofs.TestKit;
using Npgsql;

namespace IswitchRoofs.Host.Tests.Faults;

/// <summary>A job belongs to all hosts: when the one that runs it dies, another takes over and nothing happens twice.</summary>
[Trait("Category", "Fault")]
[Collection(FaultSettings.OneAtATime)]
public sealed class JobKillTests
{
    private const string Job = "scheduling.appointment-reminders";

    [Fact]
    public async Task A_reminder_whose_host_is_killed_halfway_is_sent_once_by_the_other_host()
    {
        await using var database = await HostFixture.CreateDatabaseAsync();
        var settings = FaultSettings.On(database.ConnectionString);
        var starting = await Task.WhenAll(HostProcess.StartAsync(settings), HostProcess.StartAsync(settings));
        await using var first = starting[0];
        await using var second = starting[1];
        var appointment = await BookAsync(first);

        // Whoever sends the reminder has to wait at the outbox, in the middle of its transaction.
        await using var gate = await database.OpenAsync();
        await using var holding = await gate.BeginTransactionAsync();
        await using (var close = new NpgsqlCommand("LOCK TABLE scheduling.outbox_messages IN SHARE MODE", gate)) await close.ExecuteNonQueryAsync();
        await database.ExecuteAsync($"UPDATE scheduling.appointments SET next_reminder_at = now() WHERE id = '{appointment}'");

        var running = await Eventually.GetAsync(
            () => database.ScalarAsync<string>($"""
                SELECT r.host FROM jobs.runs r
                WHERE r.job = '{Job}' AND r.outcome = 'running'
                  AND EXISTS (SELECT 1 FROM pg_stat_activity a WHERE a.datname = current_database() AND a.wait_event_type = 'Lock' AND a.query LIKE '%scheduling.%')
                """),
            host => host is not null, "a host is in the middle of reminding", TimeSpan.FromSeconds(60));
        var (killed, left) = running!.EndsWith($"/{first.Id}", StringComparison.Ordinal) ? (first, second) : (second, first);
        running.ShouldEndWith($"/{killed.Id}");
        await killed.KillAsync();
        await holding.RollbackAsync();

        await Eventually.GetAsync(
            () => database.ScalarAsync<long>($"SELECT count(*) FROM identity.notifications WHERE type = 'appointment_reminder' AND entity_id = '{appointment}'"),
            count => count == 1, "the other host has reminded", TimeSpan.FromSeconds(60));
        (await database.ScalarAsync<string>($"SELECT outcome FROM jobs.runs WHERE job = '{Job}' AND host = '{running}' ORDER BY started_at DESC LIMIT 1")).ShouldBe("interrupted");
        left.HasExited.ShouldBeFalse();

        // Nothing is due any more, so no later run can repeat it.
        (await database.ScalarAsync<bool>($"SELECT next_reminder_at > now() FROM scheduling.appointments WHERE id = '{appointment}'")).ShouldBeTrue();
        (await database.ScalarAsync<long>($"SELECT count(*) FROM scheduling.outbox_messages WHERE type = 'scheduling.appointment-reminder-due.v1' AND aggregate_id = '{appointment}'")).ShouldBe(1);
        (await database.ScalarAsync<long>($"SELECT count(*) FROM identity.notifications WHERE type = 'appointment_reminder' AND entity_id = '{appointment}'")).ShouldBe(1);
    }

    private static async Task<Guid> BookAsync(HostProcess host)
    {
        host.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await HostFixture.LogInAsync(host.Http, "manager"));
        using var me = JsonDocument.Parse(await host.Http.GetStringAsync("/api/auth/me"));
        using var customers = JsonDocument.Parse(await host.Http.GetStringAsync("/api/customers?per_page=1"));
        using var answer = await host.Http.PostAsJsonAsync("/api/appointments", new
        {
            appointment_type = "site_visit",
            title = "Look at the roof",
            customer_id = customers.RootElement.GetProperty("items")[0].GetProperty("id").GetGuid(),
            assigned_to = me.RootElement.GetProperty("id").GetGuid(),
            starts_at = DateTimeOffset.UtcNow.AddDays(200),
            duration_minutes = 30,
            outside_hours = true,
        });
        var body = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue(body);
        using var appointment = JsonDocument.Parse(body);
        return appointment.RootElement.GetProperty("id").GetGuid();
    }
}
