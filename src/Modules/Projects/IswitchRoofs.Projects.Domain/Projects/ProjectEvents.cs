using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Projects.Domain.Projects;

public sealed record ProjectOpened(Project Project, DateTimeOffset OccurredAt) : IDomainEvent;

public sealed record ProjectChanged(Project Project, DateTimeOffset OccurredAt) : IDomainEvent;

public sealed record ProjectMoved(Project Project, ProjectStatus From, ProjectStatus To, string? Reason, Guid? By, DateTimeOffset OccurredAt) : IDomainEvent;

public sealed record ProjectTrashed(ProjectId ProjectId, Guid CustomerId, DateTimeOffset OccurredAt) : IDomainEvent;

public sealed record ProjectReturned(ProjectId ProjectId, Guid CustomerId, DateTimeOffset OccurredAt) : IDomainEvent;
