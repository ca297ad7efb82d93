namespace IswitchRoofs.IntegrationEvents.Leads;

/// <summary>A partner sent a lead.</summary>
public sealed record ReferralReceived(
    Guid EventId,
    DateTimeOffset OccurredAt,
    Guid ReferralId,
    Guid PartnerId,
    string PartnerName,
    Guid LeadId,
    string LeadName,
    Guid? AssigneeId,
    IReadOnlyList<Guid> TeamIds) : IIntegrationEvent;
