using IswitchRoofs.IntegrationEvents.Projects;
using IswitchRoofs.Shared.Application.Realtime;
using MassTransit;

namespace IswitchRoofs.Host.Realtime;

/// <summary>Tells whoever has a project open what changed.</summary>
internal sealed class ProjectBroadcasts(IRealtime realtime) :
    IConsumer<ProjectUpdated>, IConsumer<ProjectStatusChanged>, IConsumer<ProjectDeleted>, IConsumer<ProjectRestored>
{
    public Task Consume(ConsumeContext<ProjectUpdated> context) =>
        TellAsync(context.Message.ProjectId, context.Message.EventId, "updated", context.Message.Status, context.Message.CompletionPercentage, context.CancellationToken);

    public Task Consume(ConsumeContext<ProjectStatusChanged> context) =>
        TellAsync(context.Message.ProjectId, context.Message.EventId, "status", context.Message.Status, context.Message.CompletionPercentage, context.CancellationToken);

    public Task Consume(ConsumeContext<ProjectDeleted> context) =>
        TellAsync(context.Message.ProjectId, context.Message.EventId, "deleted", null, null, context.CancellationToken);

    public Task Consume(ConsumeContext<ProjectRestored> context) =>
        TellAsync(context.Message.ProjectId, context.Message.EventId, "restored", null, null, context.CancellationToken);

    private async Task TellAsync(Guid projectId, Guid eventId, string change, string? status, int? completion, CancellationToken ct)
    {
        await realtime.PublishAsync(new RealtimeMessage([RealtimeChannels.Project(projectId)], RealtimeChannels.ProjectUpdated, new Dictionary<string, object?>
        {
            ["event_id"] = eventId,
            ["project_id"] = projectId,
            ["change"] = change,
            ["status"] = status,
            ["completion_percentage"] = completion,
        }), ct);
    }
}
