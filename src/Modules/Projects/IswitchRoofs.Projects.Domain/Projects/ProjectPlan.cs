namespace IswitchRoofs.Projects.Domain.Projects;

/// <summary>What people enter about a project; status, history and sums are the aggregate's own.</summary>
public sealed record ProjectPlan
{
    public required string Name { get; init; }
    public required ProjectType ProjectType { get; init; }
    public ProjectPriority Priority { get; init; } = ProjectPriority.Medium;
    public decimal? Budget { get; init; }
    public decimal? ContractValue { get; init; }
    public decimal? AmountPaid { get; init; }
    public decimal ActualCost { get; init; }
    public decimal? MaterialsCost { get; init; }
    public decimal? LaborCost { get; init; }
    public decimal? SubcontractorCost { get; init; }
    public decimal? PermitCost { get; init; }
    public decimal? OtherCosts { get; init; }
    public DateOnly? StartDate { get; init; }
    public DateOnly? EndDate { get; init; }
    public DateOnly? ActualStartDate { get; init; }
    public DateOnly? ActualEndDate { get; init; }
    public int CompletionPercentage { get; init; }
    public IReadOnlyList<Guid> AssignedTeam { get; init; } = [];
    public Guid? ProjectManagerId { get; init; }
    public string? Address { get; init; }
    public int? RoofSizeSqft { get; init; }
    public RoofMaterial? RoofMaterial { get; init; }
    public string? RoofPitch { get; init; }
    public int? Layers { get; init; }
    public bool InsuranceClaim { get; init; }
    public string? ClaimNumber { get; init; }
    public string? PermitNumber { get; init; }
    public bool PermitApproved { get; init; }
    public int? WarrantyYears { get; init; }
    public string? Description { get; init; }
    public string? Notes { get; init; }
    public Guid? LeadId { get; init; }

    /// <summary>Sum of the split, when any part of it is given.</summary>
    public decimal? SplitSum =>
        (MaterialsCost ?? LaborCost ?? SubcontractorCost ?? PermitCost ?? OtherCosts) is null
            ? null
            : (MaterialsCost ?? 0) + (LaborCost ?? 0) + (SubcontractorCost ?? 0) + (PermitCost ?? 0) + (OtherCosts ?? 0);

    public bool SaysTheSameAs(ProjectPlan other) =>
        AssignedTeam.SequenceEqual(other.AssignedTeam) && this with { AssignedTeam = [] } == other with { AssignedTeam = [] };
}
