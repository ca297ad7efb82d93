using System.Diagnostics.CodeAnalysis;

namespace IswitchRoofs.SharedKernel.Results;

/// <summary>Done, or refused with a reason. Exceptions are for bugs and broken infrastructure only.</summary>
public readonly record struct Result
{
    private Result(Error? error) => Error = error;

    /// <summary>Only there after a refusal.</summary>
    public Error? Error { get; }

    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Error is null;

    [MemberNotNullWhen(true, nameof(Error))]
    public bool IsFailure => Error is not null;

    public static Result Success() => default;

    public static Result<T> Success<T>(T value) => value;

    public static implicit operator Result(Error error) => new(error);
}
