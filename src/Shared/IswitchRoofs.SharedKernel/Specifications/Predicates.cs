using System.Linq.Expressions;

namespace IswitchRoofs.SharedKernel.Specifications;

public static class Predicates
{
    /// <summary>True wherever the rule is false.</summary>
    public static Expression<Func<T, bool>> Negated<T>(this Expression<Func<T, bool>> rule) =>
        Expression.Lambda<Func<T, bool>>(Expression.Not(rule.Body), rule.Parameters);
}
