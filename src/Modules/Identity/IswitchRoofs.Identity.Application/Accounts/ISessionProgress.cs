namespace IswitchRoofs.Identity.Application.Accounts;

/// <summary>Moves sessions on in the database, where all hosts and parallel requests meet.</summary>
public interface ISessionProgress
{
    /// <summary>Exchanges a refresh token of the given generation for the next.</summary>
    Task<SessionStep> AdvanceAsync(Guid sessionId, int generation, CancellationToken ct);

    /// <summary>Notes when the user last signed in.</summary>
    Task NoteSignInAsync(Guid userId, CancellationToken ct);
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
