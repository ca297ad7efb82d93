using System.Text.Json.Serialization;

namespace IswitchRoofs.Customers.Application.Customers;

/// <summary>A customer, whole.</summary>
public sealed record CustomerDetails
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }
    public string? Phone { get; init; }
    public string? Address { get; init; }
    public string? City { get; init; }
    public string? State { get; init; }
    public string? ZipCode { get; init; }
    public required string CustomerType { get; init; }
    public required string Segment { get; init; }
    public required string Status { get; init; }
    public decimal LifetimeValue { get; init; }
    public int ProjectCount { get; init; }
    public decimal? PropertyValue { get; init; }
    public string? PropertyType { get; init; }
    public int? RoofAge { get; init; }
    public string? RoofType { get; init; }
    public int? RoofSizeSqft { get; init; }
    public required IReadOnlyList<string> Tags { get; init; }
    public string? Notes { get; init; }
    public string? PreferredContactMethod { get; init; }
    public bool EmailOptIn { get; init; }
    public bool SmsOptIn { get; init; }
    public Guid? AssignedTo { get; init; }
    public int? NpsScore { get; init; }
    public int ReferralCount { get; init; }
    public string? OriginalSource { get; init; }
    public Guid? ConvertedFromLeadId { get; init; }
    public DateTimeOffset? LastInteractionAt { get; init; }
    public int InteractionCount { get; init; }
    public DateOnly? NextFollowUpOn { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }
    public Guid? CreatedBy { get; init; }

    [JsonIgnore]
    public uint Version { get; init; }
}

/// <summary>A customer in a list.</summary>
public sealed record CustomerRow
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }
    public string? Phone { get; init; }
    public string? Address { get; init; }
    public string? City { get; init; }
    public string? State { get; init; }
    public string? ZipCode { get; init; }
    public required string CustomerType { get; init; }
    public required string Segment { get; init; }
    public required string Status { get; init; }
    public decimal LifetimeValue { get; init; }
    public int ProjectCount { get; init; }
    public required IReadOnlyList<string> Tags { get; init; }
    public Guid? AssignedTo { get; init; }
    public DateTimeOffset? LastInteractionAt { get; init; }
    public DateOnly? NextFollowUpOn { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }
}
