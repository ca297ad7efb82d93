namespace IswitchRoofs.IntegrationEvents.Identity;

/// <summary>When the company is open changed; carries it whole.</summary>
/// <param name="Hours">As <c>monday 08:00-18:00</c>; a weekday that is missing is closed.</param>
/// <param name="Holidays">Closed days as <c>2026-12-25</c>.</param>
public sealed record BusinessHoursChanged(
    Guid EventId,
    DateTimeOffset OccurredAt,
    IReadOnlyList<string> Hours,
    IReadOnlyList<string> Holidays) : IIntegrationEvent;
