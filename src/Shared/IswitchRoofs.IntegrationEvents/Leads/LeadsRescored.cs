namespace IswitchRoofs.IntegrationEvents.Leads;

/// <summary>Many leads have another score or temperature, since the rules were changed (S12); one event for a batch of them.</summary>
/// <param name="RulesVersion">Of the rule set that they are scored by now.</param>
public sealed record LeadsRescored(
    Guid EventId,
    DateTimeOffset OccurredAt,
    int RulesVersion,
    IReadOnlyList<LeadRescored> Leads) : IIntegrationEvent;

/// <summary>One of them, with what else figures are counted by.</summary>
public sealed record LeadRescored(
    Guid LeadId,
    int OldScore,
    int Score,
    string OldTemperature,
    string Temperature,
    string Source,
    string? ProjectType,
    decimal? EstimatedValue,
    Guid? AssigneeId);
