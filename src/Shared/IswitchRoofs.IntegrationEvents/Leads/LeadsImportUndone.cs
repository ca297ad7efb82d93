namespace IswitchRoofs.IntegrationEvents.Leads;

/// <summary>A batch of an import was taken back: leads went to the trash, others got back what they had.</summary>
public sealed record LeadsImportUndone(
    Guid EventId,
    DateTimeOffset OccurredAt,
    Guid ImportId,
    IReadOnlyList<Guid> DeletedLeadIds,
    IReadOnlyList<ImportedLead> Restored,
    IReadOnlyList<Guid> TeamIds,
    Guid? UndoneBy) : IIntegrationEvent;
