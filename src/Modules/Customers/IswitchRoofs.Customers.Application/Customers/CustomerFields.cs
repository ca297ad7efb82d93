namespace IswitchRoofs.Customers.Application.Customers;

/// <summary>A customer as clients send it.</summary>
public record CustomerFields
{
    public string? Name { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public string? Address { get; init; }
    public string? City { get; init; }
    public string? State { get; init; }
    public string? ZipCode { get; init; }
    public string? CustomerType { get; init; }
    public decimal? PropertyValue { get; init; }
    public string? PropertyType { get; init; }
    public int? RoofAge { get; init; }
    public string? RoofType { get; init; }
    public int? RoofSizeSqft { get; init; }
    public IReadOnlyList<string?>? Tags { get; init; }
    public string? Notes { get; init; }
    public string? PreferredContactMethod { get; init; }
    public bool? EmailOptIn { get; init; }
    public bool? SmsOptIn { get; init; }
    public Guid? AssignedTo { get; init; }
    public int? NpsScore { get; init; }
    public int? ReferralCount { get; init; }
    public string? OriginalSource { get; init; }
    public DateOnly? NextFollowUpOn { get; init; }
}
