namespace IswitchRoofs.Identity.Application.Notifications;

/// <param name="Type">Wire name of a type of the catalogue, which decides priority and wording.</param>
/// <param name="EntityType">With <paramref name="EntityId"/>: the record it is about, where a click leads.</param>
/// <param name="HappenedAt">Its place in the list.</param>
/// <param name="Values">What stands in the place of the wording's <c>{names}</c>.</param>
public sealed record News(string Type, string? EntityType, Guid? EntityId, DateTimeOffset HappenedAt, IReadOnlyDictionary<string, string?> Values)
{
    /// <summary>Wire name of another priority than the type's.</summary>
    public string? Priority { get; init; }
}
