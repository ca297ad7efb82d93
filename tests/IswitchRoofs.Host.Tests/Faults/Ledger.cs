using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using IswitchRoofs.TestKit;
using Npgsql;

namespace IswitchRoofs.Host.Tests.Faults;

/// <summary>
/// Sends leads at a steady rate to hosts that die, repeats with the same Idempotency-Key what was not acknowledged, writes
/// down what was, and compares with the database afterwards.
/// </summary>
internal sealed class Ledger(Func<Uri> target, string token, int perSecond) : IAsyncDisposable
{
    // Longer than twenty restarts of a host on a machine that is busy with other tests: patience costs nothing while all is well.
    private static readonly TimeSpan PatiencePerLead = TimeSpan.FromMinutes(10);
    private const int MostInFlight = 64;
    private readonly SemaphoreSlim _free = new(MostInFlight);
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly ConcurrentDictionary<int, Guid> _acknowledged = new();
    private readonly ConcurrentBag<string> _surprises = [];
    private readonly CancellationTokenSource _stop = new();
    private Task _sending = Task.CompletedTask;
    private int _repeats;

    public int Acknowledged => _acknowledged.Count;

    /// <summary>How often a request had to be sent again.</summary>
    public int Repeats => _repeats;

    public void Start() => _sending = SendAsync();

    /// <summary>Stops sending new leads and waits until every one that was begun is acknowledged.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _sending;
        _surprises.ShouldBeEmpty();
    }

    /// <summary>Every acknowledged lead has each effect once, and nothing else is there.</summary>
    public async Task ReconcileAsync(TestDatabase database)
    {
        await RelayedAsync(database);
        await using var connection = await database.OpenAsync();
        (await ReadAsync(connection, "SELECT lead_id::text, 1 FROM (SELECT id AS lead_id FROM leads.leads WHERE email LIKE 'ledger%@example.com') l"))
            .Keys.Order(StringComparer.Ordinal).ShouldBe(_acknowledged.Values.Select(id => id.ToString()).Order(StringComparer.Ordinal), "leads that are stored");

        foreach (var (effect, sql) in new Dictionary<string, string>
        {
            ["audit entry"] = "SELECT entity_id::text, count(*) FROM leads.audit_entries WHERE entity_type = 'lead' AND action = 'created' GROUP BY 1",
            ["lead-created, relayed"] = "SELECT aggregate_id::text, count(*) FROM leads.outbox_messages WHERE type = 'leads.lead-created.v1' AND processed_at IS NOT NULL GROUP BY 1",
            ["assignment in the history"] = "SELECT lead_id::text, count(*) FROM leads.lead_history WHERE kind = 'assignment' GROUP BY 1",
            ["notification of the assignee"] = "SELECT n.entity_id::text, count(*) FROM identity.notifications n JOIN leads.leads l ON l.id = n.entity_id AND l.assigned_to = n.user_id WHERE n.type IN ('lead_assigned', 'lead_hot') GROUP BY 1",
            ["event in the log"] = "SELECT payload->>'LeadId', count(*) FROM analytics.event_log WHERE type = 'leads.lead-created.v1' GROUP BY 1",
            ["lead fact"] = "SELECT lead_id::text, count(*) FROM analytics.lead_facts GROUP BY 1",
        })
        {
            var counts = await ReadAsync(connection, sql);
            var wrong = _acknowledged.Values.Select(id => (Id: id, Count: counts.GetValueOrDefault(id.ToString()))).Where(l => l.Count != 1).ToArray();
            wrong.ShouldBeEmpty($"{effect}: once for each of {_acknowledged.Count} leads");
        }

        foreach (var schema in await SchemasAsync(connection))
            (await ScalarAsync(connection, $"SELECT count(*) FROM {schema}.outbox_messages WHERE dead")).ShouldBe(0, $"dead messages of {schema}");
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _http.Dispose();
        _stop.Dispose();
        _free.Dispose();
    }

    internal static Task RelayedAsync(TestDatabase database) => Eventually.GetAsync(
        async () =>
        {
            await using var connection = await database.OpenAsync();
            var waiting = 0L;
            foreach (var schema in await SchemasAsync(connection))
                waiting += await ScalarAsync(connection, $"SELECT count(*) FROM {schema}.outbox_messages WHERE processed_at IS NULL AND NOT dead");
            return waiting;
        },
        static waiting => waiting == 0, "every saved event has reached all its consumers", TimeSpan.FromMinutes(5));

    private async Task SendAsync()
    {
        var inFlight = new List<Task>();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / perSecond));
        try
        {
            for (var number = 0; ; number++)
            {
                await timer.WaitForNextTickAsync(_stop.Token);
                await _free.WaitAsync(_stop.Token);
                var mine = number;
                inFlight.Add(Task.Run(() => SendOneAsync(mine).ContinueWith(_ => _free.Release(), TaskScheduler.Default)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(inFlight);
        }
    }

    private async Task SendOneAsync(int number)
    {
        var until = DateTime.UtcNow + PatiencePerLead;
        for (var attempt = 0; DateTime.UtcNow < until; attempt++)
        {
            if (attempt > 0)
            {
                Interlocked.Increment(ref _repeats);
                await Task.Delay(250);
            }

            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(target(), "/api/leads"));
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
                request.Headers.Add("Idempotency-Key", $"ledger-{number.ToString(CultureInfo.InvariantCulture)}");
                request.Content = JsonContent.Create(new { first_name = "Ledger", last_name = $"Number{number}", email = $"ledger{number}@example.com", source = "referral", zip_code = "48009" });
                using var answer = await _http.SendAsync(request);
                var body = await answer.Content.ReadAsStringAsync();
                if (answer.StatusCode == HttpStatusCode.Created)
                {
                    using var json = JsonDocument.Parse(body);
                    _acknowledged[number] = json.RootElement.GetProperty("id").GetGuid();
                    return;
                }

                // 409: the first request with this key still runs. 503: the database is away.
                var mayRepeat = answer.StatusCode == HttpStatusCode.ServiceUnavailable
                    || (answer.StatusCode == HttpStatusCode.Conflict && (body.Contains("idempotency.in_progress", StringComparison.Ordinal) || body.Contains("concurrent_change", StringComparison.Ordinal)));
                if (mayRepeat) continue;
                _surprises.Add($"Lead {number}: {(int)answer.StatusCode} {body}");
                return;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException or IOException or JsonException)
            {
                // The host died under it; nobody knows whether it was saved.
            }
        }

        _surprises.Add($"Lead {number} was never acknowledged.");
    }

    private static async Task<List<string>> SchemasAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("SELECT table_schema FROM information_schema.tables WHERE table_name = 'outbox_messages'", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var schemas = new List<string>();
        while (await reader.ReadAsync()) schemas.Add(reader.GetString(0));
        return schemas;
    }

    private static async Task<long> ScalarAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<Dictionary<string, long>> ReadAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new Dictionary<string, long>(StringComparer.Ordinal);
        while (await reader.ReadAsync()) rows[reader.GetString(0)] = reader.GetFieldType(1) == typeof(int) ? reader.GetInt32(1) : reader.GetInt64(1);
        return rows;
    }
}
