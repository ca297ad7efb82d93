using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Leads.Domain.Leads;

/// <summary>A lead came in; scored and, where possible, assigned by the time it is saved.</summary>
public sealed record LeadCaptured(Lead Lead, Guid? CreatedBy, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>Facts or score changed.</summary>
public sealed record LeadChanged(Lead Lead, DateTimeOffset OccurredAt) : IDomainEvent;

public sealed record LeadHandedOver(Lead Lead, Guid AssigneeId, Guid? PreviousAssigneeId, Guid? By, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>A new lead found nobody free.</summary>
public sealed record LeadFoundNobody(Lead Lead, DateTimeOffset OccurredAt) : IDomainEvent;

public sealed record LeadMoved(Lead Lead, LeadStatus From, LeadStatus To, string? Reason, Guid? By, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>Customers is asked for the customer that the lead becomes.</summary>
public sealed record LeadConversionAsked(Lead Lead, LeadConversion Conversion, DateTimeOffset OccurredAt) : IDomainEvent;

public sealed record LeadWon(Lead Lead, LeadConversion Conversion, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>The day came on which it was to be followed up.</summary>
public sealed record LeadFollowUpReached(Lead Lead, DateOnly On, DateTimeOffset OccurredAt) : IDomainEvent;

public sealed record LeadTrashed(Lead Lead, DateTimeOffset OccurredAt) : IDomainEvent;

public sealed record LeadTakenBack(Lead Lead, DateTimeOffset OccurredAt) : IDomainEvent;
