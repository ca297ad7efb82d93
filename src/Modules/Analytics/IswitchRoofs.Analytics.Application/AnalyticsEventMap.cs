using IswitchRoofs.IntegrationEvents;
using IswitchRoofs.Shared.Application.Messaging;
using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Analytics.Application;

/// <summary>Analytics listens; it has nothing to tell yet.</summary>
public sealed class AnalyticsEventMap : IIntegrationEventMap
{
    public string Module => "Analytics";

    public IReadOnlyDictionary<string, Type> Aliases { get; } = new Dictionary<string, Type>();

    public IIntegrationEvent? Map(IDomainEvent domainEvent) => null;
}
