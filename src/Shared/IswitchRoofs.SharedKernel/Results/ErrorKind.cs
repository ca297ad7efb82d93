namespace IswitchRoofs.SharedKernel.Results;

/// <summary>Why a use case refused; each kind has exactly one HTTP status.</summary>
public enum ErrorKind
{
    /// <summary>400: the input is malformed or out of range.</summary>
    Invalid,

    /// <summary>401: the caller is not who they say, or no longer.</summary>
    Unauthenticated,

    /// <summary>403: the role lacks the action.</summary>
    Forbidden,

    /// <summary>404: it does not exist, or this caller may not see it.</summary>
    NotFound,

    /// <summary>409: the current state forbids it.</summary>
    Conflict,

    /// <summary>412: the caller's version is stale.</summary>
    Stale,
}
