using System.Buffers;
using System.Text;
using System.Text.Json;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.SharedKernel.Domain;
using IswitchRoofs.SharedKernel.Results;
using Npgsql;
using NpgsqlTypes;

namespace IswitchRoofs.Leads.Infrastructure.Imports;

/// <summary>Many new leads at once by binary COPY, with their history and the entries that the audit trail has of any other lead.</summary>
internal static class LeadCopy
{
    private static readonly Column[] Columns =
    [
        new("source", NpgsqlDbType.Text, l => WireName.Of(l.Source)),
        new("status", NpgsqlDbType.Text, l => WireName.Of(l.Status)),
        new("score", NpgsqlDbType.Integer, l => l.Score),
        new("temperature", NpgsqlDbType.Text, l => WireName.Of(l.Temperature)),
        new("scoring_version", NpgsqlDbType.Integer, l => l.ScoringVersion),
        new("assigned_to", NpgsqlDbType.Uuid, l => l.AssignedTo),
        new("assigned_at", NpgsqlDbType.TimestampTz, l => l.AssignedAt),
        new("team_ids", NpgsqlDbType.Array | NpgsqlDbType.Uuid, l => l.TeamIds.ToArray()),
        new("project_type", NpgsqlDbType.Text, l => l.ProjectType is { } type ? WireName.Of(type) : null),
        new("estimated_value", NpgsqlDbType.Numeric, l => l.EstimatedValue),
        new("priority", NpgsqlDbType.Text, l => WireName.Of(l.Priority)),
        new("notes", NpgsqlDbType.Text, l => l.Notes),
        new("first_name", NpgsqlDbType.Text, l => l.FirstName),
        new("last_name", NpgsqlDbType.Text, l => l.LastName),
        new("phone", NpgsqlDbType.Text, l => l.Phone),
        new("email", NpgsqlDbType.Text, l => l.Email),
        new("address", NpgsqlDbType.Text, l => l.Address),
        new("city", NpgsqlDbType.Text, l => l.City),
        new("state", NpgsqlDbType.Text, l => l.State),
        new("zip_code", NpgsqlDbType.Text, l => l.ZipCode),
        new("address_key", NpgsqlDbType.Text, l => l.AddressKey, IsAudited: false),
        new("property_value", NpgsqlDbType.Numeric, l => l.PropertyValue),
        new("roof_age", NpgsqlDbType.Integer, l => l.RoofAge),
        new("roof_type", NpgsqlDbType.Text, l => l.RoofType),
        new("roof_size_sqft", NpgsqlDbType.Integer, l => l.RoofSizeSqft),
        new("urgency", NpgsqlDbType.Text, l => l.Urgency is { } urgency ? WireName.Of(urgency) : null),
        new("budget_min", NpgsqlDbType.Numeric, l => l.BudgetMin),
        new("budget_max", NpgsqlDbType.Numeric, l => l.BudgetMax),
        new("budget_confirmed", NpgsqlDbType.Boolean, l => l.BudgetConfirmed),
        new("is_decision_maker", NpgsqlDbType.Boolean, l => l.IsDecisionMaker),
        new("insurance_claim", NpgsqlDbType.Boolean, l => l.InsuranceClaim),
        new("referral_code", NpgsqlDbType.Text, l => l.ReferralCode),
        new("interaction_count", NpgsqlDbType.Integer, l => l.InteractionCount),
        new("last_touch_at", NpgsqlDbType.TimestampTz, l => l.LastTouchAt),
        new("next_follow_up_on", NpgsqlDbType.Date, l => l.NextFollowUpOn),
        new("tags", NpgsqlDbType.Array | NpgsqlDbType.Text, l => l.Tags.ToArray()),
        new("created_by", NpgsqlDbType.Uuid, l => l.CreatedBy),
        new("import_id", NpgsqlDbType.Uuid, l => l.ImportId),
        new("created_at", NpgsqlDbType.TimestampTz, l => l.CreatedAt, IsAudited: false),
        new("updated_at", NpgsqlDbType.TimestampTz, l => l.CreatedAt, IsAudited: false),
    ];

    private static readonly string IntoLeads = $"COPY leads.leads (id, {string.Join(", ", Columns.Select(c => c.Name))}) FROM STDIN (FORMAT binary)";

    public static async Task InsertAsync(NpgsqlConnection connection, IReadOnlyList<Lead> leads, Actor actor, DateTimeOffset now, CancellationToken ct)
    {
        if (leads.Count == 0) return;
        await using (var writer = await connection.BeginBinaryImportAsync(IntoLeads, ct))
        {
            foreach (var lead in leads)
            {
                await writer.StartRowAsync(ct);
                await writer.WriteAsync(lead.Id.Value, NpgsqlDbType.Uuid, ct);
                foreach (var column in Columns)
                {
                    if (column.Of(lead) is { } value) await writer.WriteAsync(value, column.Type, ct);
                    else await writer.WriteNullAsync(ct);
                }
            }

            await writer.CompleteAsync(ct);
        }

        await CopyHistoryAsync(connection, leads, ct);
        var buffer = new ArrayBufferWriter<byte>(1024);
        await using var json = new Utf8JsonWriter(buffer);
        await AuditAsync(connection, "created", [.. leads.Select(l => (l.Id.Value, Changes(l, buffer, json)))], actor, now, ct);
    }

    /// <summary>Entries of the audit trail, as the interceptor writes them for what EF saves.</summary>
    public static async Task AuditAsync(
        NpgsqlConnection connection, string action, IReadOnlyList<(Guid LeadId, string Changes)> entries, Actor actor, DateTimeOffset now, CancellationToken ct)
    {
        if (entries.Count == 0) return;
        await using var writer = await connection.BeginBinaryImportAsync(
            "COPY leads.audit_entries (id, at, actor_kind, actor_id, actor_name, action, entity_type, entity_id, changes) FROM STDIN (FORMAT binary)", ct);
        var kind = actor.Id is null ? "system" : "user";
        foreach (var (leadId, changes) in entries)
        {
            await writer.StartRowAsync(ct);
            await writer.WriteAsync(Uuid.New(now), NpgsqlDbType.Uuid, ct);
            await writer.WriteAsync(now, NpgsqlDbType.TimestampTz, ct);
            await writer.WriteAsync(kind, NpgsqlDbType.Text, ct);
            if (actor.Id is { } id) await writer.WriteAsync(id, NpgsqlDbType.Uuid, ct);
            else await writer.WriteNullAsync(ct);
            await writer.WriteAsync(actor.Name, NpgsqlDbType.Text, ct);
            await writer.WriteAsync(action, NpgsqlDbType.Text, ct);
            await writer.WriteAsync("lead", NpgsqlDbType.Text, ct);
            await writer.WriteAsync(leadId, NpgsqlDbType.Uuid, ct);
            await writer.WriteAsync(changes, NpgsqlDbType.Jsonb, ct);
        }

        await writer.CompleteAsync(ct);
    }

    private static async Task CopyHistoryAsync(NpgsqlConnection connection, IReadOnlyList<Lead> leads, CancellationToken ct)
    {
        if (leads.All(l => l.History.Count == 0)) return;
        await using var writer = await connection.BeginBinaryImportAsync(
            "COPY leads.lead_history (id, lead_id, kind, \"from\", \"to\", reason, actor_id, actor_name, at) FROM STDIN (FORMAT binary)", ct);
        foreach (var entry in leads.SelectMany(l => l.History))
        {
            await writer.StartRowAsync(ct);
            await writer.WriteAsync(entry.Id.Value, NpgsqlDbType.Uuid, ct);
            await writer.WriteAsync(entry.LeadId.Value, NpgsqlDbType.Uuid, ct);
            await writer.WriteAsync(WireName.Of(entry.Kind), NpgsqlDbType.Text, ct);
            foreach (var text in (string?[])[entry.From, entry.To, entry.Reason])
            {
                if (text is not null) await writer.WriteAsync(text, NpgsqlDbType.Text, ct);
                else await writer.WriteNullAsync(ct);
            }

            if (entry.ActorId is { } id) await writer.WriteAsync(id, NpgsqlDbType.Uuid, ct);
            else await writer.WriteNullAsync(ct);
            await writer.WriteAsync(entry.ActorName, NpgsqlDbType.Text, ct);
            await writer.WriteAsync(entry.At, NpgsqlDbType.TimestampTz, ct);
        }

        await writer.CompleteAsync(ct);
    }

    private static string Changes(Lead lead, ArrayBufferWriter<byte> buffer, Utf8JsonWriter writer)
    {
        buffer.ResetWrittenCount();
        writer.Reset();
        writer.WriteStartArray();
        foreach (var column in Columns)
        {
            if (!column.IsAudited || column.Of(lead) is not { } value) continue;
            writer.WriteStartObject();
            writer.WriteString("field", column.JsonName);
            writer.WriteNull("old");
            writer.WritePropertyName("new");
            Write(writer, value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    // The kinds that nearly all values are: the serializer takes longer for one of them than COPY does.
    private static void Write(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case string text: writer.WriteStringValue(text); break;
            case int number: writer.WriteNumberValue(number); break;
            case decimal number: writer.WriteNumberValue(number); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case Guid id: writer.WriteStringValue(id); break;
            default: JsonSerializer.Serialize(writer, value, value.GetType()); break;
        }
    }

    private sealed record Column(string Name, NpgsqlDbType Type, Func<Lead, object?> Of, bool IsAudited = true)
    {
        public JsonEncodedText JsonName { get; } = JsonEncodedText.Encode(Name);
    }
}
