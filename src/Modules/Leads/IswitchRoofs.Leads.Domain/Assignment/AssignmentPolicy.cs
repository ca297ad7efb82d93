namespace IswitchRoofs.Leads.Domain.Assignment;

/// <summary>What the choice is made from: the replica and the person's load right now.</summary>
/// <param name="OpenLeads">Counted up to <see cref="AssignmentPolicy.BusyFrom"/>; more makes no difference.</param>
/// <param name="LastAssignedAt">Null when never assigned a lead.</param>
public sealed record Candidate(Assignee Assignee, int OpenLeads, DateTimeOffset? LastAssignedAt);

/// <summary>Automatic assignment L4.</summary>
public static class AssignmentPolicy
{
    /// <summary>From this many open leads on, a person gets no points for workload.</summary>
    public const int BusyFrom = 10;

    private const int LightBelow = 5;

    /// <summary>The best candidate for a lead; null when nobody is free.</summary>
    public static Candidate? Choose(IEnumerable<Candidate> candidates, AssignmentStrategy strategy, string? zipCode, string? roofType)
    {
        var free = candidates.Where(c => c.Assignee is { IsActive: true, Role: "sales", Availability: "available" });
        return strategy switch
        {
            AssignmentStrategy.Smart => free
                .OrderByDescending(c => Score(c, zipCode, roofType).Total)
                .ThenBy(c => c.LastAssignedAt ?? DateTimeOffset.MinValue).ThenBy(c => c.Assignee.Id.Value).FirstOrDefault(),
            AssignmentStrategy.RoundRobin => free
                .OrderBy(c => c.LastAssignedAt ?? DateTimeOffset.MinValue).ThenBy(c => c.Assignee.Id.Value).FirstOrDefault(),
            AssignmentStrategy.LoadBalanced => free
                .OrderBy(c => c.OpenLeads).ThenBy(c => c.LastAssignedAt ?? DateTimeOffset.MinValue).ThenBy(c => c.Assignee.Id.Value).FirstOrDefault(),
            _ => null,
        };
    }

    public static AssignmentScore Score(Candidate candidate, string? zipCode, string? roofType) => new(
        Territory: zipCode is { Length: >= 5 } && candidate.Assignee.Territories.Contains(zipCode[..5]) ? 40 : 0,
        Skills: NeededSkill(roofType) is not { } skill || candidate.Assignee.Skills.Contains(skill) ? 30 : 0,
        Performance: 20m * candidate.Assignee.Performance / 100m,
        Workload: candidate.OpenLeads switch { < LightBelow => 10, < BusyFrom => 5, _ => 0 });

    /// <summary>The skill that a roof asks for; null when the roof is unknown and anybody will do.</summary>
    public static string? NeededSkill(string? roofType)
    {
        if (roofType is null) return null;
        return roofType.ToLowerInvariant() switch
        {
            var t when t.Contains("metal", StringComparison.Ordinal) => "roofing_metal",
            var t when t.Contains("flat", StringComparison.Ordinal) || t.Contains("tpo", StringComparison.Ordinal) || t.Contains("epdm", StringComparison.Ordinal) || t.Contains("bitumen", StringComparison.Ordinal) => "roofing_flat",
            var t when t.Contains("tile", StringComparison.Ordinal) || t.Contains("slate", StringComparison.Ordinal) => "roofing_tile",
            var t when t.Contains("shingle", StringComparison.Ordinal) || t.Contains("asphalt", StringComparison.Ordinal) => "roofing_shingle",
            _ => null,
        };
    }
}

/// <summary>How well somebody suits a lead, at most 40 + 30 + 20 + 10.</summary>
public readonly record struct AssignmentScore(int Territory, int Skills, decimal Performance, int Workload)
{
    public decimal Total => Territory + Skills + Performance + Workload;
}

public enum AssignmentStrategy
{
    Smart,
    RoundRobin,
    LoadBalanced,
    Manual,
}
