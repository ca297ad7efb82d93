namespace IswitchRoofs.Leads.Domain.Leads;

/// <summary>What people tell us about a lead; everything else about it is computed or happens to it.</summary>
public sealed record LeadFacts
{
    public required string FirstName { get; init; }
    public required string LastName { get; init; }
    public required LeadSource Source { get; init; }

    /// <summary>E.164 when it is a valid number of the company's region (V1).</summary>
    public string? Phone { get; init; }

    /// <summary>Lower case.</summary>
    public string? Email { get; init; }
    public string? Address { get; init; }
    public string? City { get; init; }
    public string? State { get; init; }
    public string? ZipCode { get; init; }
    public decimal? PropertyValue { get; init; }
    public int? RoofAge { get; init; }
    public string? RoofType { get; init; }
    public int? RoofSizeSqft { get; init; }
    public ProjectType? ProjectType { get; init; }
    public decimal? EstimatedValue { get; init; }
    public LeadPriority Priority { get; init; } = LeadPriority.Medium;
    public Urgency? Urgency { get; init; }
    public decimal? BudgetMin { get; init; }
    public decimal? BudgetMax { get; init; }
    public bool BudgetConfirmed { get; init; }
    public bool IsDecisionMaker { get; init; }
    public bool InsuranceClaim { get; init; }
    public string? ReferralCode { get; init; }
    public DateOnly? NextFollowUpOn { get; init; }
    public IReadOnlyList<string> Tags { get; init; } = [];
    public string? Notes { get; init; }
}
