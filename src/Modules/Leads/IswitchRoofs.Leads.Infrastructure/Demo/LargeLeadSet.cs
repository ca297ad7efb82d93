using IswitchRoofs.IntegrationEvents;
using IswitchRoofs.Leads.Application;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Domain.Response;
using IswitchRoofs.Leads.Domain.Scoring;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Results;
using Npgsql;
using NpgsqlTypes;

namespace IswitchRoofs.Leads.Infrastructure.Demo;

/// <summary>Leads by the hundred thousand for benchmarks: scored by the real policy, written by binary COPY.</summary>
internal sealed class LargeLeadSet(NpgsqlDataSource database, TimeProvider clock) : ILargeDemoSet
{
    // Away from the numbers of the 120 that are made one by one.
    private const int FirstNumber = 10_000;
    private const int DaysBack = 365;

    public async Task<IReadOnlyList<IIntegrationEvent>> WriteAsync(int leads, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var map = new LeadsEventMap();
        var events = new List<IIntegrationEvent>(leads);
        var office = new Actor(DemoPeople.Manager, "Maria Kowalski");
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var writer = await connection.BeginBinaryImportAsync(
            """
            COPY leads.leads (id, source, status, score, temperature, assigned_to, assigned_at, team_ids, project_type, estimated_value, priority, notes,
              first_name, last_name, phone, email, address, city, state, zip_code, address_key, property_value, roof_age, roof_type, roof_size_sqft,
              urgency, budget_min, budget_confirmed, is_decision_maker, insurance_claim, interaction_count, first_response_at, response_minutes, response_seconds, response_target_seconds, tags, lost_reason, last_touch_at, created_at, updated_at) FROM STDIN (FORMAT binary)
            """, ct);
        for (var i = 0; i < leads; i++)
        {
            var number = FirstNumber + i;
            var captured = now - TimeSpan.FromMinutes((double)DaysBack * 24 * 60 * i / leads);
            var lead = Lead.Capture(DemoLeadBook.Facts(number), ScoringRules.Standard, office, captured);
            var status = DemoLeadBook.Status(number, now - captured);
            var assignee = i % 2 == 0 ? DemoPeople.Sales : DemoPeople.Sales2;
            var team = i % 2 == 0 ? DemoPeople.NorthOakland : DemoPeople.WayneAndWashtenaw;
            events.Add(map.Map(lead.DomainEvents[0])!);
            var answered = DemoLeadBook.AnsweredAt(number, captured);
            if (status != LeadStatus.New) lead.HearOf(DemoLeadBook.FirstCall(answered), ResponseClock.AroundTheClock, ScoringRules.Standard, office, answered);
            await WriteAsync(writer, lead, status, status == LeadStatus.Lost ? DemoLeadBook.LostReason(number) : null, assignee, team, ct);
        }

        await writer.CompleteAsync(ct);
        await writer.DisposeAsync();

        // What autovacuum does to a table that grew, without waiting for it: figures are then read from an index alone.
        await using var vacuum = new NpgsqlCommand("VACUUM (ANALYZE) leads.leads", connection);
        await vacuum.ExecuteNonQueryAsync(ct);
        return events;
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter writer, Lead lead, LeadStatus status, string? lostReason, Guid assignee, Guid team, CancellationToken ct)
    {
        await writer.StartRowAsync(ct);
        await writer.WriteAsync(lead.Id.Value, NpgsqlDbType.Uuid, ct);
        await Text(WireName.Of(lead.Source));
        await Text(WireName.Of(status));
        await writer.WriteAsync(lead.Score, NpgsqlDbType.Integer, ct);
        await Text(WireName.Of(lead.Temperature));
        await writer.WriteAsync(assignee, NpgsqlDbType.Uuid, ct);
        await writer.WriteAsync(lead.CreatedAt, NpgsqlDbType.TimestampTz, ct);
        await writer.WriteAsync(new[] { team }, NpgsqlDbType.Array | NpgsqlDbType.Uuid, ct);
        await Text(WireName.Of(lead.ProjectType!.Value));
        await Number(lead.EstimatedValue);
        await Text(WireName.Of(lead.Priority));
        await Text(lead.Notes);
        await Text(lead.FirstName);
        await Text(lead.LastName);
        await Text(lead.Phone);
        await Text(lead.Email);
        await Text(lead.Address);
        await Text(lead.City);
        await Text(lead.State);
        await Text(lead.ZipCode);
        await Text(lead.AddressKey);
        await Number(lead.PropertyValue);
        await Integer(lead.RoofAge);
        await Text(lead.RoofType);
        await Integer(lead.RoofSizeSqft);
        await Text(WireName.Of(lead.Urgency!.Value));
        await Number(lead.BudgetMin);
        await writer.WriteAsync(lead.BudgetConfirmed, NpgsqlDbType.Boolean, ct);
        await writer.WriteAsync(lead.IsDecisionMaker, NpgsqlDbType.Boolean, ct);
        await writer.WriteAsync(lead.InsuranceClaim, NpgsqlDbType.Boolean, ct);
        await writer.WriteAsync(lead.InteractionCount, NpgsqlDbType.Integer, ct);
        await Instant(lead.FirstResponseAt);
        await Integer(lead.ResponseMinutes);
        await Integer(lead.ResponseSeconds);
        await Integer(lead.ResponseTargetSeconds);
        await writer.WriteAsync(lead.Tags.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text, ct);
        await Text(lostReason);
        await writer.WriteAsync(lead.LastTouchAt, NpgsqlDbType.TimestampTz, ct);
        await writer.WriteAsync(lead.CreatedAt, NpgsqlDbType.TimestampTz, ct);
        await writer.WriteAsync(lead.CreatedAt, NpgsqlDbType.TimestampTz, ct);

        Task Text(string? value) => value is null ? writer.WriteNullAsync(ct) : writer.WriteAsync(value, NpgsqlDbType.Text, ct);
        Task Instant(DateTimeOffset? value) => value is null ? writer.WriteNullAsync(ct) : writer.WriteAsync(value.Value, NpgsqlDbType.TimestampTz, ct);
        Task Number(decimal? value) => value is null ? writer.WriteNullAsync(ct) : writer.WriteAsync(value.Value, NpgsqlDbType.Numeric, ct);
        Task Integer(int? value) => value is null ? writer.WriteNullAsync(ct) : writer.WriteAsync(value.Value, NpgsqlDbType.Integer, ct);
    }
}
