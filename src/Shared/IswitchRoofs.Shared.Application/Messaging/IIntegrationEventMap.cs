using IswitchRoofs.IntegrationEvents;
using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Shared.Application.Messaging;

/// <summary>A module's whole outgoing language on one page.</summary>
public interface IIntegrationEventMap
{
    /// <summary>The folder of IswitchRoofs.IntegrationEvents that this module alone publishes.</summary>
    string Module { get; }

    /// <summary>Stored name of each event, never changed: <c>leads.lead-created.v1</c>.</summary>
    IReadOnlyDictionary<string, Type> Aliases { get; }

    /// <summary>The event to publish for a fact inside the module; null when nobody outside needs to know.</summary>
    IIntegrationEvent? Map(IDomainEvent domainEvent);
}
