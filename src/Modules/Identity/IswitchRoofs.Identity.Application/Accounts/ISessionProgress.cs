namespace IswitchRoofs.Identity.Application.Accounts;

/// <summary>Moves sessions on in the database, where all hosts and parallel requests meet.</summary>
public interface ISessionProgress
{
    /// <summary>Exchanges a refresh token of the given generation for the next.</summary>
    Task<SessionStep> AdvanceAsync(Guid sessionId, int generation, CancellationToken ct);

    /// <summary>
    /// Notes when the user last signed in. It moves the user's version, so that somebody who disables the user at the
    /// same moment either sees the new session or has to read again.
    /// </summary>
    /// <returns>False when the user is disabled or has another role by now.</returns>
    Task<bool> NoteSignInAsync(Guid userId, string role, CancellationToken ct);
}

/// <param name="Outcome">What the session said.</param>
/// <param name="EndsAt">When the family of tokens ends, whatever happens.</param>
public sealed record SessionStep(SessionStepOutcome Outcome, Guid UserId, DateTimeOffset EndsAt);

public enum SessionStepOutcome
{
    Advanced,

    /// <summary>An older token than the predecessor of the newest: somebody holds a copy.</summary>
    Reused,

    /// <summary>Ended, expired or unknown.</summary>
    Over,
}
