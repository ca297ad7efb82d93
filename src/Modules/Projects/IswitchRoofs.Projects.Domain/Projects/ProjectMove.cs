using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Projects.Domain.Projects;

/// <summary>One step of a project's way: who moved it when, from where to where, and why.</summary>
public sealed class ProjectMove
{
    private ProjectMove()
    {
    }

    public Guid Id { get; private set; }
    public ProjectId ProjectId { get; private set; }

    /// <summary>Null for the opening.</summary>
    public ProjectStatus? FromStatus { get; private set; }
    public ProjectStatus ToStatus { get; private set; }
    public string? Reason { get; private set; }
    public DateTimeOffset MovedAt { get; private set; }
    public Guid? MovedBy { get; private set; }
    public string MovedByName { get; private set; } = "";

    internal static ProjectMove Of(ProjectId project, ProjectStatus? from, ProjectStatus to, string? reason, Mover by, DateTimeOffset now) => new()
    {
        Id = Uuid.New(now),
        ProjectId = project,
        FromStatus = from,
        ToStatus = to,
        Reason = reason,
        MovedAt = now,
        MovedBy = by.Id,
        MovedByName = by.Name,
    };
}

/// <summary>Who moves a project; the system has no id.</summary>
public sealed record Mover(Guid? Id, string Name);
