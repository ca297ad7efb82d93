using IswitchRoofs.SharedKernel.Domain;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace IswitchRoofs.Shared.Infrastructure.Persistence;

internal sealed class TypedIdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => From(value))
    where TId : struct, ITypedId<TId>
{
    // An expression tree cannot call a static abstract member.
    private static TId From(Guid value) => TId.From(value);
}

internal sealed class WireNameConverter<TEnum>() : ValueConverter<TEnum, string>(value => WireName.Of(value), name => WireName.Parse<TEnum>(name))
    where TEnum : struct, Enum;
