using System.Linq.Expressions;
using System.Reflection;

namespace IswitchRoofs.SharedKernel.Specifications;

/// <summary>Turns a specification into LINQ, for a database as for a list.</summary>
public static class SpecificationEvaluator
{
    private static readonly MethodInfo OrderByMethod = Method(nameof(Queryable.OrderBy));
    private static readonly MethodInfo OrderByDescendingMethod = Method(nameof(Queryable.OrderByDescending));
    private static readonly MethodInfo ThenByMethod = Method(nameof(Queryable.ThenBy));
    private static readonly MethodInfo ThenByDescendingMethod = Method(nameof(Queryable.ThenByDescending));

    /// <summary>Filter, order, skip and take.</summary>
    public static IQueryable<T> Apply<T>(IQueryable<T> source, Specification<T> specification) where T : class
    {
        var query = Filter(source, specification);
        for (var i = 0; i < specification.Orders.Count; i++)
        {
            var (key, descending) = specification.Orders[i];
            var method = (i, descending) switch
            {
                (0, false) => OrderByMethod,
                (0, true) => OrderByDescendingMethod,
                (_, false) => ThenByMethod,
                (_, true) => ThenByDescendingMethod,
            };
            query = query.Provider.CreateQuery<T>(
                Expression.Call(method.MakeGenericMethod(typeof(T), key.ReturnType), query.Expression, Expression.Quote(key)));
        }

        if (specification.SkipCount is { } skip) query = query.Skip(skip);
        if (specification.TakeCount is { } take) query = query.Take(take);
        return query;
    }

    /// <summary>The filter alone: what a count counts.</summary>
    public static IQueryable<T> Filter<T>(IQueryable<T> source, Specification<T> specification) where T : class =>
        specification.Criteria.Aggregate(source, (query, criterion) => query.Where(criterion));

    private static MethodInfo Method(string name) =>
        typeof(Queryable).GetMethods().Single(m => m.Name == name && m.GetParameters().Length == 2);
}
