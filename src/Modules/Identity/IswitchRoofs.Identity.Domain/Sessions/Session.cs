using IswitchRoofs.Identity.Domain.Integrations;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Identity.Domain.Sessions;

/// <summary>One device's sign-in: its tokens or its cookie live no longer than this (U2).</summary>
public sealed class Session : Entity
{
    /// <summary>A browser that is used stays signed in this long after the last page (U8).</summary>
    public static readonly TimeSpan BrowserIdle = TimeSpan.FromHours(12);

    /// <summary>A refresh token that is not used for this long is worth nothing.</summary>
    public static readonly TimeSpan TokenIdle = TimeSpan.FromDays(7);

    /// <summary>Nobody stays signed in longer than this without showing the password, however busy.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    private Session()
    {
    }

    public SessionId Id { get; private set; }

    public UserId UserId { get; private set; }

    public SessionKind Kind { get; private set; }

    /// <summary>The app through which the person signed in; ends with it.</summary>
    public IntegrationId? IntegrationId { get; private set; }

    /// <summary>What the client calls itself.</summary>
    public string? Device { get; private set; }

    public string? IpAddress { get; private set; }

    public string? UserAgent { get; private set; }

    public DateTimeOffset LastSeenAt { get; private set; }

    /// <summary>Slides with use, up to <see cref="Longest"/> after the start.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public SessionEnd? EndReason { get; private set; }

    /// <summary>How often the refresh token was exchanged: only the newest and, for a moment, its predecessor are good.</summary>
    public int Generation { get; private set; }

    public static Session Open(UserId user, SessionKind kind, string? device, string? ipAddress, string? userAgent, DateTimeOffset now) =>
        Open(SessionId.New(now), user, kind, integration: null, device, ipAddress, userAgent, now);

    /// <summary>A session that an authorization code promised: the code already names it.</summary>
    public static Session OpenFor(
        SessionId id, UserId user, IntegrationId integration, string? device, string? ipAddress, string? userAgent, DateTimeOffset now) =>
        Open(id, user, SessionKind.Token, integration, device, ipAddress, userAgent, now);

    private static Session Open(
        SessionId id, UserId user, SessionKind kind, IntegrationId? integration, string? device, string? ipAddress, string? userAgent, DateTimeOffset now) => new()
        {
            Id = id,
            IntegrationId = integration,
            UserId = user,
            Kind = kind,
            Device = device,
            IpAddress = ipAddress,
            UserAgent = userAgent,
            CreatedAt = now,
            LastSeenAt = now,
            ExpiresAt = now + (kind == SessionKind.Browser ? BrowserIdle : TokenIdle),
        };

    /// <summary>Ends a session before its time; the first reason stays.</summary>
    public void End(SessionEnd reason, DateTimeOffset now)
    {
        if (EndedAt is not null) return;
        EndedAt = now;
        EndReason = reason;
    }
}
