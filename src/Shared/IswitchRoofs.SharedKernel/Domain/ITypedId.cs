namespace IswitchRoofs.SharedKernel.Domain;

/// <summary>A key that cannot be mistaken for another aggregate's: <c>readonly record struct LeadId(Guid Value)</c>.</summary>
public interface ITypedId
{
    Guid Value { get; }
}

/// <inheritdoc cref="ITypedId"/>
public interface ITypedId<TSelf> : ITypedId where TSelf : struct, ITypedId<TSelf>
{
    static abstract TSelf From(Guid value);
}
