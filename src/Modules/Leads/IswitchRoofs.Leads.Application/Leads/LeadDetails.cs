using IswitchRoofs.Leads.Application.Scoring;

namespace IswitchRoofs.Leads.Application.Leads;

/// <summary>Everything about one lead.</summary>
public sealed record LeadDetails
{
    public required Guid Id { get; init; }
    public Guid? CustomerId { get; init; }
    public required string FirstName { get; init; }
    public required string LastName { get; init; }
    public string? Phone { get; init; }
    public string? Email { get; init; }
    public required string Source { get; init; }
    public required string Status { get; init; }

    /// <summary>0 to 100.</summary>
    public required int Score { get; init; }

    /// <summary>hot, warm, cool or cold.</summary>
    public required string Temperature { get; init; }
    public required ScoreExplanation ScoreBreakdown { get; init; }
    public Guid? AssignedTo { get; init; }
    public DateTimeOffset? AssignedAt { get; init; }
    public string? ProjectType { get; init; }
    public decimal? EstimatedValue { get; init; }
    public required string Priority { get; init; }
    public string? Address { get; init; }
    public string? City { get; init; }
    public string? State { get; init; }
    public string? ZipCode { get; init; }
    public decimal? PropertyValue { get; init; }
    public int? RoofAge { get; init; }
    public string? RoofType { get; init; }
    public int? RoofSizeSqft { get; init; }
    public string? Urgency { get; init; }
    public decimal? BudgetMin { get; init; }
    public decimal? BudgetMax { get; init; }
    public required bool BudgetConfirmed { get; init; }
    public required bool IsDecisionMaker { get; init; }
    public required bool InsuranceClaim { get; init; }
    public DateTimeOffset? FirstResponseAt { get; init; }
    public int? ResponseMinutes { get; init; }
    public required int InteractionCount { get; init; }
    public DateTimeOffset? LastContactAt { get; init; }
    public DateOnly? NextFollowUpOn { get; init; }

    /// <summary>What comes next: answer, follow_up, qualify, book_appointment, hold_appointment, send_quote, ask_about_quote or close_deal; null for a closed lead.</summary>
    public string? NextAction => LeadChoices.NextAction(Status, FirstResponseAt, NextFollowUpOn);
    public string? LostReason { get; init; }
    public string? ReferralCode { get; init; }

    /// <summary>How it found us, as told when it came in; null when nobody told.</summary>
    public LeadSourceDetail? SourceDetail { get; init; }
    public required IReadOnlyList<string> Tags { get; init; }
    public string? Notes { get; init; }
    public DateTimeOffset? ConvertedAt { get; init; }
    public Guid? CreatedBy { get; init; }

    /// <summary>The import that brought it; its response clock does not run.</summary>
    public Guid? ImportId { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
}
