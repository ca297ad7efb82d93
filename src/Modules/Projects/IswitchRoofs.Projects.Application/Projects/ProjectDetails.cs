using System.Text.Json.Serialization;

namespace IswitchRoofs.Projects.Application.Projects;

/// <summary>A project, whole.</summary>
public sealed record ProjectDetails
{
    public required Guid Id { get; init; }
    public required Guid CustomerId { get; init; }
    public string? CustomerName { get; init; }
    public required string Name { get; init; }
    public required string ProjectType { get; init; }
    public required string Status { get; init; }

    /// <summary>Where it can go from here (P1).</summary>
    public required IReadOnlyList<string> AllowedMoves { get; init; }
    public required string Priority { get; init; }
    public decimal? Budget { get; init; }
    public decimal? ContractValue { get; init; }
    public decimal? AmountPaid { get; init; }
    public decimal ActualCost { get; init; }
    public decimal? MaterialsCost { get; init; }
    public decimal? LaborCost { get; init; }
    public decimal? SubcontractorCost { get; init; }
    public decimal? PermitCost { get; init; }
    public decimal? OtherCosts { get; init; }

    /// <summary>Budget less actual cost (P3).</summary>
    public decimal? BudgetVariance { get; init; }
    public bool IsOverBudget { get; init; }
    public DateOnly? StartDate { get; init; }
    public DateOnly? EndDate { get; init; }
    public DateOnly? ActualStartDate { get; init; }
    public DateOnly? ActualEndDate { get; init; }

    /// <summary>Its end date has passed and it is not completed (P6).</summary>
    public bool IsOverdue { get; init; }
    public int CompletionPercentage { get; init; }
    public required IReadOnlyList<Guid> AssignedTeam { get; init; }
    public Guid? ProjectManagerId { get; init; }
    public string? Address { get; init; }
    public int? RoofSizeSqft { get; init; }
    public string? RoofMaterial { get; init; }
    public string? RoofPitch { get; init; }
    public int? Layers { get; init; }
    public bool InsuranceClaim { get; init; }
    public string? ClaimNumber { get; init; }
    public string? PermitNumber { get; init; }
    public bool PermitApproved { get; init; }
    public int? WarrantyYears { get; init; }
    public string? Description { get; init; }
    public string? Notes { get; init; }
    public string? CancellationReason { get; init; }
    public Guid? LeadId { get; init; }

    /// <summary>P4, weather day included.</summary>
    public int SuggestedDays { get; init; }

    /// <inheritdoc cref="SuggestedDays"/>
    public int SuggestedCrew { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }
    public Guid? CreatedBy { get; init; }

    [JsonIgnore]
    public uint Version { get; init; }
}

/// <summary>A project in a list.</summary>
public sealed record ProjectRow
{
    public required Guid Id { get; init; }
    public required Guid CustomerId { get; init; }
    public string? CustomerName { get; init; }
    public required string Name { get; init; }
    public required string ProjectType { get; init; }
    public required string Status { get; init; }
    public required string Priority { get; init; }
    public decimal? Budget { get; init; }
    public decimal? ContractValue { get; init; }
    public decimal ActualCost { get; init; }
    public bool IsOverBudget { get; init; }
    public DateOnly? StartDate { get; init; }
    public DateOnly? EndDate { get; init; }
    public DateOnly? ActualEndDate { get; init; }
    public bool IsOverdue { get; init; }
    public int CompletionPercentage { get; init; }
    public required IReadOnlyList<Guid> AssignedTeam { get; init; }
    public Guid? ProjectManagerId { get; init; }
    public string? Address { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }
}
