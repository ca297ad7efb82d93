namespace IswitchRoofs.Projects.Application.Projects;

/// <summary>A project as clients send it.</summary>
public record ProjectFields
{
    public Guid? CustomerId { get; init; }
    public string? Name { get; init; }
    public string? ProjectType { get; init; }
    public string? Priority { get; init; }
    public decimal? Budget { get; init; }
    public decimal? ContractValue { get; init; }
    public decimal? AmountPaid { get; init; }

    /// <summary>The sum of the split when any part of it is given; then it may be left out.</summary>
    public decimal? ActualCost { get; init; }
    public decimal? MaterialsCost { get; init; }
    public decimal? LaborCost { get; init; }
    public decimal? SubcontractorCost { get; init; }
    public decimal? PermitCost { get; init; }
    public decimal? OtherCosts { get; init; }
    public DateOnly? StartDate { get; init; }
    public DateOnly? EndDate { get; init; }
    public DateOnly? ActualStartDate { get; init; }
    public DateOnly? ActualEndDate { get; init; }
    public int? CompletionPercentage { get; init; }
    public IReadOnlyList<Guid>? AssignedTeam { get; init; }
    public Guid? ProjectManagerId { get; init; }
    public string? Address { get; init; }
    public int? RoofSizeSqft { get; init; }
    public string? RoofMaterial { get; init; }
    public string? RoofPitch { get; init; }
    public int? Layers { get; init; }
    public bool? InsuranceClaim { get; init; }
    public string? ClaimNumber { get; init; }
    public string? PermitNumber { get; init; }
    public bool? PermitApproved { get; init; }
    public int? WarrantyYears { get; init; }
    public string? Description { get; init; }
    public string? Notes { get; init; }
    public Guid? LeadId { get; init; }
}
