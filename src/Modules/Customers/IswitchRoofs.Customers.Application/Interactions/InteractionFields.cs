namespace IswitchRoofs.Customers.Application.Interactions;

/// <summary>What people say about an interaction.</summary>
public record InteractionFields
{
    public string? InteractionType { get; init; }
    public string? Channel { get; init; }

    /// <summary>May be left out for a note, which is internal.</summary>
    public string? Direction { get; init; }
    public string? Subject { get; init; }
    public string? Notes { get; init; }
    public string? Outcome { get; init; }

    /// <summary>Now when left out; never in the future.</summary>
    public DateTimeOffset? OccurredAt { get; init; }
    public int? DurationMinutes { get; init; }
    public DateOnly? FollowUpOn { get; init; }
    public string? Promise { get; init; }
}
