using System.Text.Json.Serialization;

namespace IswitchRoofs.Identity.Application.Users;

/// <param name="TeamIds">Teams that the user is a member of.</param>
/// <param name="InvitedAt">Set while the invitation waits to be accepted; until then the user is not active.</param>
/// <param name="Availability"><c>available</c>, <c>busy</c>, <c>in_field</c> or <c>off_duty</c>.</param>
public sealed record UserDetails(
    Guid Id, string Email, string Name, string Role, string? Phone, IReadOnlyList<Guid> TeamIds, bool IsActive, string? Timezone, string Availability,
    DateTimeOffset? LastLoginAt, bool TwoFactorEnabled, DateTimeOffset? InvitedAt, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt,
    [property: JsonIgnore] uint Version);
