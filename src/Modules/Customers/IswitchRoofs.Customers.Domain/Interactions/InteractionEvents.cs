using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Customers.Domain.Interactions;

public sealed record InteractionTookPlace(Interaction Interaction, Logger By, DateTimeOffset OccurredAt) : IDomainEvent;

public sealed record InteractionCorrected(Interaction Interaction, DateTimeOffset OccurredAt) : IDomainEvent;

public sealed record InteractionTrashed(Interaction Interaction, DateTimeOffset OccurredAt) : IDomainEvent;

public sealed record InteractionReturned(Interaction Interaction, DateTimeOffset OccurredAt) : IDomainEvent;
