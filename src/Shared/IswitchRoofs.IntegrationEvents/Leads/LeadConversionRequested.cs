namespace IswitchRoofs.IntegrationEvents.Leads;

/// <summary>A lead is to become a customer (L5): Customers finds or makes one and answers with its own event.</summary>
/// <param name="ConversionId">One try; the answer names it.</param>
/// <param name="CustomerId">The customer that the caller chose; null: whoever has the e-mail address, else a new one.</param>
public sealed record LeadConversionRequested(
    Guid EventId,
    DateTimeOffset OccurredAt,
    Guid ConversionId,
    Guid LeadId,
    Guid? CustomerId,
    string Name,
    string? Email,
    string? Phone,
    string? Address,
    string? City,
    string? State,
    string? ZipCode,
    decimal? PropertyValue,
    int? RoofAge,
    string? RoofType,
    int? RoofSizeSqft,
    string Source,
    Guid? AssigneeId,
    Guid? RequestedBy) : IIntegrationEvent;
