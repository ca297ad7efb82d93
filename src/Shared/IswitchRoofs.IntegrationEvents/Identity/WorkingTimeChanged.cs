namespace IswitchRoofs.IntegrationEvents.Identity;

/// <summary>When a user works changed; carries it whole.</summary>
/// <param name="WorkingHours">As <c>monday 08:00-17:00</c>; a weekday that is missing is free. Empty: the company's hours.</param>
/// <param name="TimeOff">Whole days as <c>2026-12-24/2027-01-02</c>, both included.</param>
public sealed record WorkingTimeChanged(
    Guid EventId,
    DateTimeOffset OccurredAt,
    Guid UserId,
    IReadOnlyList<string> WorkingHours,
    IReadOnlyList<string> TimeOff) : IIntegrationEvent;
