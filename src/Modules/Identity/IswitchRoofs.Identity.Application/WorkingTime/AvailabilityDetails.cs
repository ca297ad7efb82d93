using System.Text.Json.Serialization;
using IswitchRoofs.Identity.Domain.Absences;

namespace IswitchRoofs.Identity.Application.WorkingTime;

/// <param name="State"><c>available</c>, <c>busy</c>, <c>in_field</c> or <c>off_duty</c>.</param>
/// <param name="WorkingHours">Weekdays that are missing are free; none at all means the company's hours.</param>
/// <param name="TimeOff">What is not over yet, in order.</param>
public sealed record AvailabilityDetails(
    Guid UserId, string Name, string State, IReadOnlyList<WorkingDayDetails> WorkingHours, IReadOnlyList<TimeOffDetails> TimeOff,
    [property: JsonIgnore] uint Version);

/// <param name="Weekday"><c>monday</c> to <c>sunday</c>.</param>
/// <param name="From">As <c>08:00</c>, in company time.</param>
/// <param name="To">As <c>17:00</c>.</param>
public sealed record WorkingDayDetails(string? Weekday, string? From, string? To);

/// <param name="EndsOn">Included.</param>
public sealed record TimeOffDetails(Guid Id, Guid UserId, DateOnly StartsOn, DateOnly EndsOn, string? Reason, [property: JsonIgnore] uint Version)
{
    internal static TimeOffDetails Of(TimeOff t) => new(t.Id.Value, t.UserId.Value, t.StartsOn, t.EndsOn, t.Reason, t.Version);
}
