namespace IswitchRoofs.IntegrationEvents.Leads;

/// <summary>An import, or its undoing, came to its end.</summary>
/// <param name="Outcome">completed, failed or undone.</param>
/// <param name="AskedBy">Who started it.</param>
public sealed record LeadImportFinished(
    Guid EventId,
    DateTimeOffset OccurredAt,
    Guid ImportId,
    string FileName,
    string Outcome,
    int Created,
    int Updated,
    int Duplicate,
    int Invalid,
    int Undone,
    int Kept,
    Guid? AskedBy) : IIntegrationEvent;
