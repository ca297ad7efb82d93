using IswitchRoofs.Customers.Domain.Customers;

namespace IswitchRoofs.Customers.Domain.Interactions;

/// <summary>What people tell us about a call, a mail or a visit.</summary>
public sealed record InteractionFacts
{
    public required InteractionType InteractionType { get; init; }
    public required InteractionDirection Direction { get; init; }
    public required DateTimeOffset OccurredAt { get; init; }
    public string? Channel { get; init; }
    public string? Subject { get; init; }
    public string? Notes { get; init; }
    public InteractionOutcome? Outcome { get; init; }
    public int? DurationMinutes { get; init; }
    public DateOnly? FollowUpOn { get; init; }

    /// <summary>What we owe the other side by <see cref="FollowUpOn"/>.</summary>
    public string? Promise { get; init; }
}

/// <summary>With whom, about what. Leads and projects are other modules' and known by id only.</summary>
public sealed record InteractionParties(CustomerId? CustomerId, Guid? LeadId, Guid? ProjectId);

/// <param name="IsPerson">False for integrations and jobs: what they log does not answer a lead (R2).</param>
public sealed record Logger(Guid? Id, string Name, bool IsPerson);
