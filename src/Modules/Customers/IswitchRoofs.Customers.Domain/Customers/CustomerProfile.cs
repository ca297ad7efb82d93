namespace IswitchRoofs.Customers.Domain.Customers;

/// <summary>What people enter about a customer; the rest is computed.</summary>
public sealed record CustomerProfile
{
    public required string Name { get; init; }

    /// <summary>Lower case: addresses are compared without regard to case.</summary>
    public required string Email { get; init; }

    /// <summary>E.164 when it is a valid number of the company's region (V1).</summary>
    public string? Phone { get; init; }
    public string? Address { get; init; }
    public string? City { get; init; }
    public string? State { get; init; }
    public string? ZipCode { get; init; }
    public CustomerType CustomerType { get; init; }
    public decimal? PropertyValue { get; init; }
    public string? PropertyType { get; init; }
    public int? RoofAge { get; init; }
    public string? RoofType { get; init; }
    public int? RoofSizeSqft { get; init; }
    public IReadOnlyList<string> Tags { get; init; } = [];
    public string? Notes { get; init; }
    public ContactMethod? PreferredContactMethod { get; init; }
    public bool EmailOptIn { get; init; } = true;
    public bool SmsOptIn { get; init; }
    public Guid? AssignedTo { get; init; }
    public int? NpsScore { get; init; }
    public int ReferralCount { get; init; }
    public string? OriginalSource { get; init; }
    public DateOnly? NextFollowUpOn { get; init; }

    public bool SaysTheSameAs(CustomerProfile other) =>
        Tags.SequenceEqual(other.Tags, StringComparer.Ordinal) && this with { Tags = [] } == other with { Tags = [] };
}
