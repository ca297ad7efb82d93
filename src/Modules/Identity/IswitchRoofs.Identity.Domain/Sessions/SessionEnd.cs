namespace IswitchRoofs.Identity.Domain.Sessions;

/// <summary>Why a session ended before its time.</summary>
public enum SessionEnd
{
    SignedOut,
    Revoked,
    PasswordChanged,
    RoleChanged,

    /// <summary>A second factor was set up, taken away, or is asked for by now.</summary>
    SecondFactorChanged,
    Deactivated,

    /// <summary>A refresh token that had been exchanged was presented again: somebody holds a copy.</summary>
    TokenReused,

    /// <summary>The app through which the person signed in was disabled, changed or removed.</summary>
    IntegrationChanged,
}
