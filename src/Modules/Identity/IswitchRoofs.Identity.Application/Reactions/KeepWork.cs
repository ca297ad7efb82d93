using IswitchRoofs.Identity.Domain.Work;
using IswitchRoofs.IntegrationEvents.Leads;
using IswitchRoofs.IntegrationEvents.Scheduling;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Identity.Application.Reactions;

/// <summary>Keeps what this module knows of leads on hand, for the teams' workload.</summary>
public sealed class KeepLeadWork(IRepository<WorkItem> work) : IReaction
{
    public Task<Result> HandleAsync(LeadCreated e, CancellationToken ct) => LearnAsync(e.LeadId, e.AssigneeId, e.Status, e.OccurredAt, ct);

    public Task<Result> HandleAsync(LeadUpdated e, CancellationToken ct) => LearnAsync(e.LeadId, e.AssigneeId, e.Status, e.OccurredAt, ct);

    public Task<Result> HandleAsync(LeadStatusChanged e, CancellationToken ct) => LearnAsync(e.LeadId, e.AssigneeId, e.ToStatus, e.OccurredAt, ct);

    /// <summary>Assigning says nothing about the status.</summary>
    public async Task<Result> HandleAsync(LeadAssigned e, CancellationToken ct)
    {
        var item = await work.ItemAsync(WorkKind.Lead, e.LeadId, ct);
        item.Learn(e.AssigneeId, item.IsOpen, startsAt: null, e.OccurredAt);
        return Result.Success();
    }

    public async Task<Result> HandleAsync(LeadDeleted e, CancellationToken ct)
    {
        (await work.ItemAsync(WorkKind.Lead, e.LeadId, ct)).MoveToTrash(true, e.OccurredAt);
        return Result.Success();
    }

    public async Task<Result> HandleAsync(LeadRestored e, CancellationToken ct)
    {
        (await work.ItemAsync(WorkKind.Lead, e.LeadId, ct)).MoveToTrash(false, e.OccurredAt);
        return Result.Success();
    }

    private async Task<Result> LearnAsync(Guid lead, Guid? assignee, string status, DateTimeOffset at, CancellationToken ct)
    {
        (await work.ItemAsync(WorkKind.Lead, lead, ct)).Learn(assignee, status is not ("won" or "lost" or "nurture"), startsAt: null, at);
        return Result.Success();
    }
}

/// <summary>Keeps what this module knows of appointments, for the teams' workload.</summary>
public sealed class KeepAppointmentWork(IRepository<WorkItem> work) : IReaction
{
    public Task<Result> HandleAsync(AppointmentScheduled e, CancellationToken ct) => LearnAsync(e.AppointmentId, e.AssignedTo, true, e.StartsAt, e.OccurredAt, ct);

    public Task<Result> HandleAsync(AppointmentUpdated e, CancellationToken ct) =>
        LearnAsync(e.AppointmentId, e.AssignedTo, e.Status is not ("cancelled" or "no_show"), e.StartsAt, e.OccurredAt, ct);

    public Task<Result> HandleAsync(AppointmentCancelled e, CancellationToken ct) => LearnAsync(e.AppointmentId, e.AssignedTo, false, e.StartsAt, e.OccurredAt, ct);

    public async Task<Result> HandleAsync(AppointmentDeleted e, CancellationToken ct)
    {
        (await work.ItemAsync(WorkKind.Appointment, e.AppointmentId, ct)).MoveToTrash(true, e.OccurredAt);
        return Result.Success();
    }

    public async Task<Result> HandleAsync(AppointmentRestored e, CancellationToken ct)
    {
        (await work.ItemAsync(WorkKind.Appointment, e.AppointmentId, ct)).MoveToTrash(false, e.OccurredAt);
        return Result.Success();
    }

    private async Task<Result> LearnAsync(Guid appointment, Guid person, bool isOpen, DateTimeOffset startsAt, DateTimeOffset at, CancellationToken ct)
    {
        (await work.ItemAsync(WorkKind.Appointment, appointment, ct)).Learn(person, isOpen, startsAt, at);
        return Result.Success();
    }
}

internal static class WorkItems
{
    internal static async Task<WorkItem> ItemAsync(this IRepository<WorkItem> work, WorkKind kind, Guid id, CancellationToken ct)
    {
        if (await work.FirstOrDefaultAsync(new ItemWithId(kind, id), ct) is { } known) return known;
        var item = WorkItem.Of(kind, id);
        work.Add(item);
        return item;
    }

    private sealed class ItemWithId : Specification<WorkItem>
    {
        public ItemWithId(WorkKind kind, Guid id) => Query.Where(w => w.Kind == kind && w.Id == id).AsTracking();
    }
}
