namespace IswitchRoofs.Projects.Domain.Projects;

/// <summary>Which moves P1 allows.</summary>
public static class Workflow
{
    private static readonly ProjectStatus[] Path =
    [
        ProjectStatus.Planning, ProjectStatus.Approved, ProjectStatus.Scheduled, ProjectStatus.InProgress, ProjectStatus.Inspection,
        ProjectStatus.Completed, ProjectStatus.Invoiced, ProjectStatus.Paid,
    ];

    /// <summary>Nothing is left to do: a passed end date does not matter any more (P6).</summary>
    public static readonly IReadOnlyList<ProjectStatus> Done =
        [ProjectStatus.Completed, ProjectStatus.Invoiced, ProjectStatus.Paid, ProjectStatus.Cancelled];

    /// <param name="heldFrom">Where a project on hold was before.</param>
    public static IReadOnlyList<ProjectStatus> MovesFrom(ProjectStatus status, ProjectStatus? heldFrom)
    {
        if (status == ProjectStatus.OnHold) return heldFrom is { } before ? [before, ProjectStatus.Cancelled] : [ProjectStatus.Cancelled];
        var moves = new List<ProjectStatus>();
        var place = Array.IndexOf(Path, status);
        if (place >= 0 && place + 1 < Path.Length) moves.Add(Path[place + 1]);
        if (status == ProjectStatus.Inspection) moves.Add(ProjectStatus.InProgress);
        if (status <= ProjectStatus.Inspection) moves.AddRange([ProjectStatus.OnHold, ProjectStatus.Cancelled]);
        return moves;
    }

    /// <summary>From here on until the work is done, a project stands in the calendar.</summary>
    public static bool NeedsDates(ProjectStatus status) =>
        status is ProjectStatus.Scheduled or ProjectStatus.InProgress or ProjectStatus.Inspection;
}
