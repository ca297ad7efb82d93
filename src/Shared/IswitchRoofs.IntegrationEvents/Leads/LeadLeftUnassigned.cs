namespace IswitchRoofs.IntegrationEvents.Leads;

/// <summary>Nobody was free to take a new lead: managers are to be told.</summary>
public sealed record LeadLeftUnassigned(
    Guid EventId,
    DateTimeOffset OccurredAt,
    Guid LeadId,
    string LeadName,
    string Temperature,
    int Score) : IIntegrationEvent;
