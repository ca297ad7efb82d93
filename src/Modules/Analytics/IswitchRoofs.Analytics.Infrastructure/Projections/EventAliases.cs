using System.Text.Json;
using IswitchRoofs.IntegrationEvents;
using IswitchRoofs.Shared.Application.Messaging;

namespace IswitchRoofs.Analytics.Infrastructure.Projections;

/// <summary>Stored names of all modules' events, both ways.</summary>
internal sealed class EventAliases(IEnumerable<IIntegrationEventMap> maps)
{
    private readonly Dictionary<string, Type> _types = maps.SelectMany(m => m.Aliases).ToDictionary(a => a.Key, a => a.Value);
    private readonly Dictionary<Type, string> _aliases = maps.SelectMany(m => m.Aliases).ToDictionary(a => a.Value, a => a.Key);

    public string Of(IIntegrationEvent integrationEvent) =>
        _aliases.TryGetValue(integrationEvent.GetType(), out var alias)
            ? alias
            : throw new InvalidOperationException($"{integrationEvent.GetType().Name} has no alias in any event map.");

    /// <returns>Null when this build no longer knows the event.</returns>
    public IIntegrationEvent? Read(string alias, string payload) =>
        _types.TryGetValue(alias, out var type) ? (IIntegrationEvent?)JsonSerializer.Deserialize(payload, type) : null;
}
