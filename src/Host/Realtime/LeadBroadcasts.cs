using IswitchRoofs.IntegrationEvents.Leads;
using IswitchRoofs.Shared.Application.Realtime;
using MassTransit;

namespace IswitchRoofs.Host.Realtime;

/// <summary>Tells the assignee's teams what happens to their leads: ids and what a toast needs, nobody's name or number.</summary>
internal sealed class LeadBroadcasts(IRealtime realtime) :
    IConsumer<LeadCreated>, IConsumer<LeadUpdated>, IConsumer<LeadAssigned>, IConsumer<LeadStatusChanged>, IConsumer<LeadEscalated>, IConsumer<LeadDeleted>, IConsumer<LeadRestored>,
    IConsumer<LeadsImported>, IConsumer<LeadsImportUndone>
{
    public Task Consume(ConsumeContext<LeadCreated> context)
    {
        var e = context.Message;
        return TellAsync(RealtimeChannels.LeadCreated, e.TeamIds, context.CancellationToken,
            ("event_id", e.EventId), ("lead_id", e.LeadId), ("score", e.Score), ("temperature", e.Temperature), ("source", e.Source), ("status", e.Status), ("assigned_to", e.AssigneeId));
    }

    public Task Consume(ConsumeContext<LeadUpdated> context)
    {
        var e = context.Message;
        return TellAsync(RealtimeChannels.LeadUpdated, e.TeamIds, context.CancellationToken,
            ("event_id", e.EventId), ("lead_id", e.LeadId), ("change", "updated"), ("score", e.Score), ("temperature", e.Temperature), ("status", e.Status), ("assigned_to", e.AssigneeId));
    }

    public Task Consume(ConsumeContext<LeadAssigned> context)
    {
        var e = context.Message;
        return TellAsync(RealtimeChannels.LeadUpdated, e.TeamIds, context.CancellationToken,
            ("event_id", e.EventId), ("lead_id", e.LeadId), ("change", "assigned"), ("score", e.Score), ("temperature", e.Temperature), ("assigned_to", e.AssigneeId));
    }

    public Task Consume(ConsumeContext<LeadStatusChanged> context)
    {
        var e = context.Message;
        return TellAsync(RealtimeChannels.LeadUpdated, e.TeamIds, context.CancellationToken,
            ("event_id", e.EventId), ("lead_id", e.LeadId), ("change", "status"), ("status", e.ToStatus), ("from_status", e.FromStatus), ("changed_by", e.ChangedBy));
    }

    public Task Consume(ConsumeContext<LeadEscalated> context) =>
        TellAsync(RealtimeChannels.LeadUpdated, context.Message.TeamIds, context.CancellationToken,
            ("event_id", context.Message.EventId), ("lead_id", context.Message.LeadId), ("change", "escalated"), ("step", context.Message.Step));

    public Task Consume(ConsumeContext<LeadDeleted> context) =>
        TellAsync(RealtimeChannels.LeadUpdated, context.Message.TeamIds, context.CancellationToken,
            ("event_id", context.Message.EventId), ("lead_id", context.Message.LeadId), ("change", "deleted"));

    public Task Consume(ConsumeContext<LeadRestored> context) =>
        TellAsync(RealtimeChannels.LeadUpdated, context.Message.TeamIds, context.CancellationToken,
            ("event_id", context.Message.EventId), ("lead_id", context.Message.LeadId), ("change", "restored"));

    /// <summary>Once for a thousand leads: lists refresh, nobody is told of each.</summary>
    public Task Consume(ConsumeContext<LeadsImported> context) =>
        TellOfImportAsync(context.Message.TeamIds, context.Message.ImportedBy, context.CancellationToken, ("event_id", context.Message.EventId), ("import_id", context.Message.ImportId), ("change", "imported"));

    public Task Consume(ConsumeContext<LeadsImportUndone> context) =>
        TellOfImportAsync(context.Message.TeamIds, context.Message.UndoneBy, context.CancellationToken, ("event_id", context.Message.EventId), ("import_id", context.Message.ImportId), ("change", "import_undone"));

    private async Task TellOfImportAsync(IReadOnlyList<Guid> teams, Guid? person, CancellationToken ct, params (string Key, object? Value)[] payload)
    {
        string[] channels = [.. teams.Select(RealtimeChannels.Team), .. person is { } id ? [RealtimeChannels.User(id)] : Array.Empty<string>()];
        if (channels.Length > 0) await realtime.PublishAsync(new RealtimeMessage(channels, RealtimeChannels.LeadUpdated, payload.ToDictionary(p => p.Key, p => p.Value)), ct);
    }

    private async Task TellAsync(string name, IReadOnlyList<Guid> teams, CancellationToken ct, params (string Key, object? Value)[] payload)
    {
        if (teams.Count == 0) return;
        await realtime.PublishAsync(new RealtimeMessage([.. teams.Select(RealtimeChannels.Team)], name, payload.ToDictionary(p => p.Key, p => p.Value)), ct);
    }
}
