namespace IswitchRoofs.Leads.Application.Leads;

/// <summary>A lead's fields as clients send them: text untrimmed, enums by name, phones as typed.</summary>
public record LeadFields
{
    /// <summary>1 to 100 characters.</summary>
    public string? FirstName { get; init; }

    /// <summary>1 to 100 characters.</summary>
    public string? LastName { get; init; }

    /// <summary>Phone or e-mail is required; any usual formatting is accepted.</summary>
    public string? Phone { get; init; }
    public string? Email { get; init; }

    /// <summary>Where the lead came from, e.g. <c>website_form</c>.</summary>
    public string? Source { get; init; }
    public string? Address { get; init; }
    public string? City { get; init; }

    /// <summary>Two letters.</summary>
    public string? State { get; init; }

    /// <summary>5 or 9 digits.</summary>
    public string? ZipCode { get; init; }

    /// <summary>US dollars.</summary>
    public decimal? PropertyValue { get; init; }

    /// <summary>Years, 0 to 100.</summary>
    public int? RoofAge { get; init; }
    public string? RoofType { get; init; }
    public int? RoofSizeSqft { get; init; }
    public string? ProjectType { get; init; }

    /// <summary>US dollars.</summary>
    public decimal? EstimatedValue { get; init; }
    public string? Priority { get; init; }
    public string? Urgency { get; init; }
    public decimal? BudgetMin { get; init; }
    public decimal? BudgetMax { get; init; }
    public bool? BudgetConfirmed { get; init; }
    public bool? IsDecisionMaker { get; init; }
    public bool? InsuranceClaim { get; init; }
    public string? ReferralCode { get; init; }
    public DateOnly? NextFollowUpOn { get; init; }
    public IReadOnlyList<string?>? Tags { get; init; }
    public string? Notes { get; init; }
}
