using IswitchRoofs.IntegrationEvents.Leads;
using IswitchRoofs.Shared.Application.Realtime;
using MassTransit;

namespace IswitchRoofs.Host.Realtime;

/// <summary>Tells the assignee's teams what happens to their leads: ids and what a toast needs, nobody's name or number.</summary>
internal sealed class LeadBroadcasts(IRealtime realtime) :
    IConsumer<LeadCreated>, IConsumer<LeadUpdated>, IConsumer<LeadAssigned>, IConsumer<LeadStatusChanged>, IConsumer<LeadEscalated>, IConsumer<LeadDeleted>, IConsumer<LeadRestored>
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

    private async Task TellAsync(string name, IReadOnlyList<Guid> teams, CancellationToken ct, params (string Key, object? Value)[] payload)
    {
        if (teams.Count == 0) return;
        await realtime.PublishAsync(new RealtimeMessage([.. teams.Select(RealtimeChannels.Team)], name, payload.ToDictionary(p => p.Key, p => p.Value)), ct);
    }
}
