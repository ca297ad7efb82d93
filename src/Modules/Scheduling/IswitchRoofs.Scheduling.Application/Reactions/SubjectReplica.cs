using IswitchRoofs.IntegrationEvents.Customers;
using IswitchRoofs.IntegrationEvents.Leads;
using IswitchRoofs.IntegrationEvents.Projects;
using IswitchRoofs.Scheduling.Application.Appointments;
using IswitchRoofs.Scheduling.Domain.Replicas;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Scheduling.Application.Reactions;

/// <summary>Keeps what this module knows of customers, leads and projects.</summary>
public sealed class SubjectReplica(IRepository<SubjectRef> subjects) : IReaction
{
    public Task<Result> HandleAsync(CustomerCreated e, CancellationToken ct) => LearnAsync(SubjectKind.Customer, e.CustomerId, e.Name, [], e.OccurredAt, ct);

    public Task<Result> HandleAsync(CustomerUpdated e, CancellationToken ct) => LearnAsync(SubjectKind.Customer, e.CustomerId, e.Name, [], e.OccurredAt, ct);

    public Task<Result> HandleAsync(LeadCreated e, CancellationToken ct) => LearnAsync(SubjectKind.Lead, e.LeadId, e.LeadName, [], e.OccurredAt, ct);

    public Task<Result> HandleAsync(LeadUpdated e, CancellationToken ct) => LearnAsync(SubjectKind.Lead, e.LeadId, e.LeadName, [], e.OccurredAt, ct);

    public Task<Result> HandleAsync(LeadDeleted e, CancellationToken ct) => TrashAsync(SubjectKind.Lead, e.LeadId, true, e.OccurredAt, ct);

    public Task<Result> HandleAsync(LeadRestored e, CancellationToken ct) => TrashAsync(SubjectKind.Lead, e.LeadId, false, e.OccurredAt, ct);

    public Task<Result> HandleAsync(ProjectCreated e, CancellationToken ct) =>
        LearnAsync(SubjectKind.Project, e.ProjectId, e.Name, TeamOf(e.AssignedTeam, e.ProjectManagerId), e.OccurredAt, ct);

    public Task<Result> HandleAsync(ProjectUpdated e, CancellationToken ct) =>
        LearnAsync(SubjectKind.Project, e.ProjectId, e.Name, TeamOf(e.AssignedTeam, e.ProjectManagerId), e.OccurredAt, ct);

    public Task<Result> HandleAsync(ProjectDeleted e, CancellationToken ct) => TrashAsync(SubjectKind.Project, e.ProjectId, true, e.OccurredAt, ct);

    public Task<Result> HandleAsync(ProjectRestored e, CancellationToken ct) => TrashAsync(SubjectKind.Project, e.ProjectId, false, e.OccurredAt, ct);

    internal Task<Result> TrashAsync(SubjectKind kind, Guid id, bool isDeleted, DateTimeOffset at, CancellationToken ct) =>
        ChangeAsync(kind, id, subject => subject.MoveToTrash(isDeleted, at), ct);

    private Task<Result> LearnAsync(SubjectKind kind, Guid id, string name, IReadOnlyList<Guid> team, DateTimeOffset at, CancellationToken ct) =>
        ChangeAsync(kind, id, subject => subject.Learn(name, team, at), ct);

    private async Task<Result> ChangeAsync(SubjectKind kind, Guid id, Action<SubjectRef> change, CancellationToken ct)
    {
        var subject = await subjects.FirstOrDefaultAsync(new SubjectWithId(kind, id, forChange: true), ct);
        if (subject is null) subjects.Add(subject = SubjectRef.Of(kind, id));
        change(subject);
        return Result.Success();
    }

    private static Guid[] TeamOf(IReadOnlyList<Guid> assigned, Guid? manager) =>
        manager is { } id && !assigned.Contains(id) ? [.. assigned, id] : [.. assigned];
}
