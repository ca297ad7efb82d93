using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Shared.Application.Paging;

/// <summary>One thing a list can be ordered by, on the entity and on the row that is answered.</summary>
public abstract class SortKey<T, TRow>(string name, LambdaExpression key)
{
    public string Name { get; } = name;

    internal LambdaExpression Key { get; } = key;

    internal abstract JsonElement Write(TRow row);

    internal abstract bool Accepts(JsonElement value);

    /// <summary>The cursor's value as a parameter, so that all pages share one query plan.</summary>
    internal abstract Expression Parameter(JsonElement value);
}

internal sealed record SortStep<T, TRow>(SortKey<T, TRow> Key, bool Descending);

internal sealed class ValueSortKey<T, TRow, TKey>(string name, Expression<Func<T, TKey>> key, Func<TRow, TKey> rowKey)
    : SortKey<T, TRow>(name, key)
{
    internal override JsonElement Write(TRow row) => JsonSerializer.SerializeToElement(rowKey(row));

    internal override bool Accepts(JsonElement value)
    {
        try
        {
            // A cursor can be forged, and PostgreSQL stores no NUL and takes instants only in UTC.
            return value.Deserialize<TKey>() switch
            {
                null => false,
                string text => !text.Contains('\0', StringComparison.Ordinal),
                DateTimeOffset instant => instant.Offset == TimeSpan.Zero,
                _ => true,
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    internal override Expression Parameter(JsonElement value) => Keyset.Parameter(value.Deserialize<TKey>());
}

internal sealed class TypedIdSortKey<T, TRow, TId>(Expression<Func<T, TId>> key, Func<TRow, Guid> rowId)
    : SortKey<T, TRow>("id", key) where TId : struct, ITypedId<TId>
{
    internal override JsonElement Write(TRow row) => JsonSerializer.SerializeToElement(rowId(row));

    internal override bool Accepts(JsonElement value) => value.ValueKind == JsonValueKind.String && value.TryGetGuid(out _);

    internal override Expression Parameter(JsonElement value) => Keyset.Parameter(TId.From(value.GetGuid()));
}

/// <summary>Builds "after this row" as the database can use an index for it.</summary>
internal static class Keyset
{
    private static readonly MethodInfo IsGreaterMethod = typeof(Keyset).GetMethod(nameof(IsGreater), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo IsLessMethod = typeof(Keyset).GetMethod(nameof(IsLess), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo IsAtLeastMethod = typeof(Keyset).GetMethod(nameof(IsAtLeast), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo IsAtMostMethod = typeof(Keyset).GetMethod(nameof(IsAtMost), BindingFlags.NonPublic | BindingFlags.Static)!;

    internal static Expression<Func<T, bool>> After<T, TRow>(IReadOnlyList<SortStep<T, TRow>> steps, JsonElement[] values)
    {
        var row = Expression.Parameter(typeof(T), "row");
        var left = steps.Select(s => Replace(s.Key.Key, row)).ToArray();
        var right = steps.Zip(values, (s, v) => s.Key.Parameter(v)).ToArray();

        // a > x OR (a = x AND (b > y OR (b = y AND ...)))
        Expression? after = null;
        for (var i = steps.Count - 1; i >= 0; i--)
        {
            var beyond = Beyond(left[i], right[i], steps[i].Descending);
            after = after is null ? beyond : Expression.OrElse(beyond, Expression.AndAlso(Expression.Equal(left[i], right[i]), after));
        }

        // The redundant first condition lets the index start at the cursor instead of filtering from the top.
        if (steps.Count > 1)
        {
            after = Expression.AndAlso(AtLeast(left[0], right[0], steps[0].Descending), after!);
        }

        return Expression.Lambda<Func<T, bool>>(after!, row);
    }

    internal static Expression Parameter<TValue>(TValue value) =>
        Expression.Property(Expression.Constant(new Holder<TValue>(value)), nameof(Holder<>.Value));

    private static bool HasOperators(Type type) =>
        type.IsPrimitive || type == typeof(decimal) || type == typeof(DateTimeOffset) || type == typeof(DateOnly);

    private static BinaryExpression Beyond(Expression left, Expression right, bool descending) => descending
        ? Expression.LessThan(left, right, false, HasOperators(left.Type) ? null : IsLessMethod.MakeGenericMethod(left.Type))
        : Expression.GreaterThan(left, right, false, HasOperators(left.Type) ? null : IsGreaterMethod.MakeGenericMethod(left.Type));

    private static BinaryExpression AtLeast(Expression left, Expression right, bool descending) => descending
        ? Expression.LessThanOrEqual(left, right, false, HasOperators(left.Type) ? null : IsAtMostMethod.MakeGenericMethod(left.Type))
        : Expression.GreaterThanOrEqual(left, right, false, HasOperators(left.Type) ? null : IsAtLeastMethod.MakeGenericMethod(left.Type));

    private static Expression Replace(LambdaExpression lambda, ParameterExpression row) =>
        new ParameterReplacer(lambda.Parameters[0], row).Visit(lambda.Body);

    // Called only when a specification is evaluated in memory; a database sees the operator.
    private static bool IsGreater<TValue>(TValue left, TValue right) => Compare(left, right) > 0;

    private static bool IsLess<TValue>(TValue left, TValue right) => Compare(left, right) < 0;

    private static bool IsAtLeast<TValue>(TValue left, TValue right) => Compare(left, right) >= 0;

    private static bool IsAtMost<TValue>(TValue left, TValue right) => Compare(left, right) <= 0;

    private static int Compare<TValue>(TValue left, TValue right) => (left, right) switch
    {
        (ITypedId l, ITypedId r) => l.Value.CompareTo(r.Value),
        (string l, string r) => string.CompareOrdinal(l, r),
        _ => Comparer<TValue>.Default.Compare(left, right),
    };

    private sealed record Holder<TValue>(TValue Value);

    private sealed class ParameterReplacer(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
