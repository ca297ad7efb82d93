using IswitchRoofs.Leads.Domain.Leads;

namespace IswitchRoofs.Leads.Domain.Imports;

/// <summary>What a row says about a lead; null where its cell is empty or there is no column.</summary>
public sealed record ImportedFacts
{
    private const int MostTags = 20;

    public string? FirstName { get; init; }
    public string? LastName { get; init; }
    public LeadSource? Source { get; init; }
    public string? Phone { get; init; }
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
    public LeadPriority? Priority { get; init; }
    public Urgency? Urgency { get; init; }
    public decimal? BudgetMin { get; init; }
    public decimal? BudgetMax { get; init; }
    public bool? BudgetConfirmed { get; init; }
    public bool? IsDecisionMaker { get; init; }
    public bool? InsuranceClaim { get; init; }
    public string? ReferralCode { get; init; }
    public DateOnly? NextFollowUpOn { get; init; }
    public IReadOnlyList<string>? Tags { get; init; }
    public string? Notes { get; init; }

    public LeadFacts ToNew(LeadSource? defaultSource) => Over(new LeadFacts { FirstName = "", LastName = "", Source = Source ?? defaultSource ?? default });

    /// <summary>The lead's facts with the row's over them; tags are added. Null and a reason when both together make no sense.</summary>
    public (LeadFacts? Facts, RowProblem? Problem) Over(Lead lead)
    {
        var facts = Over(lead.ToFacts());
        if (facts is { BudgetMin: { } min, BudgetMax: { } max } && max < min) return (null, new RowProblem("budget_max", "With what the lead has already, the largest budget would be below the smallest."));
        return facts.Tags.Count > MostTags ? (null, new RowProblem("tags", LeadErrors.TooManyTags().Detail)) : (facts, null);
    }

    private LeadFacts Over(LeadFacts current) => current with
    {
        FirstName = FirstName ?? current.FirstName,
        LastName = LastName ?? current.LastName,
        Source = Source ?? current.Source,
        Phone = Phone ?? current.Phone,
        Email = Email ?? current.Email,
        Address = Address ?? current.Address,
        City = City ?? current.City,
        State = State ?? current.State,
        ZipCode = ZipCode ?? current.ZipCode,
        PropertyValue = PropertyValue ?? current.PropertyValue,
        RoofAge = RoofAge ?? current.RoofAge,
        RoofType = RoofType ?? current.RoofType,
        RoofSizeSqft = RoofSizeSqft ?? current.RoofSizeSqft,
        ProjectType = ProjectType ?? current.ProjectType,
        EstimatedValue = EstimatedValue ?? current.EstimatedValue,
        Priority = Priority ?? current.Priority,
        Urgency = Urgency ?? current.Urgency,
        BudgetMin = BudgetMin ?? current.BudgetMin,
        BudgetMax = BudgetMax ?? current.BudgetMax,
        BudgetConfirmed = BudgetConfirmed ?? current.BudgetConfirmed,
        IsDecisionMaker = IsDecisionMaker ?? current.IsDecisionMaker,
        InsuranceClaim = InsuranceClaim ?? current.InsuranceClaim,
        ReferralCode = ReferralCode ?? current.ReferralCode,
        NextFollowUpOn = NextFollowUpOn ?? current.NextFollowUpOn,
        Tags = Tags is null ? current.Tags : [.. current.Tags, .. Tags.Where(t => !current.Tags.Contains(t, StringComparer.OrdinalIgnoreCase))],
        Notes = Notes ?? current.Notes,
    };
}
