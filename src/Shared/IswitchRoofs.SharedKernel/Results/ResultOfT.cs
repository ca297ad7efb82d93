using System.Diagnostics.CodeAnalysis;

namespace IswitchRoofs.SharedKernel.Results;

/// <inheritdoc cref="Result"/>
public readonly record struct Result<T>
{
    private readonly T? _value;

    private Result(T value) => _value = value;

    private Result(Error error) => Error = error;

    public Error? Error { get; }

    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Error is null;

    [MemberNotNullWhen(true, nameof(Error))]
    public bool IsFailure => Error is not null;

    /// <exception cref="InvalidOperationException">The use case refused: look at <see cref="Error"/> first.</exception>
    public T Value => IsSuccess ? _value! : throw new InvalidOperationException($"Refused: {Error.Code}");

    public static implicit operator Result<T>(T value) => new(value);

    public static implicit operator Result<T>(Error error) => new(error);
}
