using IswitchRoofs.SharedKernel.Results;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Shared.Infrastructure.Persistence;

public static class Constraints
{
    /// <summary>The column holds one of the enum's wire names, whoever writes it; named <c>ck_table_column</c> unless told otherwise.</summary>
    public static void HasOneOf<TEnum>(this TableBuilder table, string column, string? name = null) where TEnum : struct, Enum =>
        table.HasCheckConstraint(name ?? $"ck_{table.Name}_{column}", $"{column} IN ({string.Join(", ", WireName.All<TEnum>().Select(wire => $"'{wire}'"))})");
}
