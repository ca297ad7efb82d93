namespace IswitchRoofs.SharedKernel.Domain;

/// <summary>A fact inside one module, in the past tense. Other modules learn of it only as an integration event.</summary>
public interface IDomainEvent
{
    DateTimeOffset OccurredAt { get; }
}
