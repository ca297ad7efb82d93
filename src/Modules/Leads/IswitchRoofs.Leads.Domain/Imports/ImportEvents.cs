using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Leads.Domain.Imports;

/// <summary>A batch of an import is in the pipeline.</summary>
public sealed record LeadsCameIn(LeadImport Import, IReadOnlyList<Lead> Created, IReadOnlyList<Lead> Updated, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>A batch of an import was taken back.</summary>
public sealed record LeadsWentBack(LeadImport Import, IReadOnlyList<Guid> Trashed, IReadOnlyList<Lead> Restored, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>An import came to its end, or its undoing did.</summary>
public sealed record LeadImportEnded(LeadImport Import, ImportProgress Progress, DateTimeOffset OccurredAt) : IDomainEvent;
