namespace IswitchRoofs.Customers.Domain.Projects;

/// <summary>What a customer's projects add up to (C1): computed from all of them each time, so that an event told twice does no harm.</summary>
public sealed record ProjectFigures(decimal LifetimeValue, int ProjectCount, DateOnly? LastProjectOn, IReadOnlyList<Guid> Team)
{
    public static ProjectFigures Of(IReadOnlyCollection<ProjectFact> projects)
    {
        var counted = projects.Where(p => p.Counts).ToArray();
        return new ProjectFigures(
            projects.Sum(p => p.EarnedValue),
            counted.Length,
            counted.Length == 0 ? null : counted.Max(p => p.LastOn),
            [.. projects.Where(p => !p.Deleted).SelectMany(p => p.AssignedTeam).Distinct().Order()]);
    }
}
