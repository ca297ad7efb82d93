namespace IswitchRoofs.Customers.Application.Interactions;

/// <summary>One interaction, in lists as by itself.</summary>
public record InteractionDetails
{
    public required Guid Id { get; init; }
    public Guid? CustomerId { get; init; }
    public string? CustomerName { get; init; }
    public Guid? LeadId { get; init; }

    /// <summary>As this module last heard it.</summary>
    public string? LeadName { get; init; }
    public Guid? ProjectId { get; init; }
    public required string InteractionType { get; init; }
    public string? Channel { get; init; }
    public required string Direction { get; init; }
    public string? Subject { get; init; }
    public string? Notes { get; init; }
    public string? Outcome { get; init; }
    public Guid? UserId { get; init; }
    public required DateTimeOffset OccurredAt { get; init; }
    public int? DurationMinutes { get; init; }
    public DateOnly? FollowUpOn { get; init; }
    public DateTimeOffset? FollowUpCompletedAt { get; init; }

    /// <summary>What we owe by follow_up_on.</summary>
    public string? Promise { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
}
