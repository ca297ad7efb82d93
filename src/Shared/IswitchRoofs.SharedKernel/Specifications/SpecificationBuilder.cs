using System.Linq.Expressions;

namespace IswitchRoofs.SharedKernel.Specifications;

/// <summary>The fluent vocabulary of <see cref="Specification{T}"/>.</summary>
public sealed class SpecificationBuilder<T> where T : class
{
    private readonly Specification<T> _specification;

    internal SpecificationBuilder(Specification<T> specification) => _specification = specification;

    public SpecificationBuilder<T> Where(Expression<Func<T, bool>> criterion)
    {
        _specification.Add(criterion);
        return this;
    }

    public SpecificationBuilder<T> OrderBy<TKey>(Expression<Func<T, TKey>> key) => Order(key, descending: false);

    public SpecificationBuilder<T> OrderByDescending<TKey>(Expression<Func<T, TKey>> key) => Order(key, descending: true);

    /// <summary>Like <see cref="OrderBy"/> after the keys before it.</summary>
    public SpecificationBuilder<T> ThenBy<TKey>(Expression<Func<T, TKey>> key) => Order(key, descending: false);

    public SpecificationBuilder<T> ThenByDescending<TKey>(Expression<Func<T, TKey>> key) => Order(key, descending: true);

    public SpecificationBuilder<T> Order(LambdaExpression key, bool descending)
    {
        _specification.Add(new OrderClause<T>(key, descending));
        return this;
    }

    /// <param name="path">Navigation of the same aggregate.</param>
    public SpecificationBuilder<T> Include(string path)
    {
        _specification.AddInclude(path);
        return this;
    }

    public SpecificationBuilder<T> Skip(int count)
    {
        _specification.SkipCount = count;
        return this;
    }

    public SpecificationBuilder<T> Take(int count)
    {
        _specification.TakeCount = count;
        return this;
    }

    public SpecificationBuilder<T> AsTracking()
    {
        _specification.Tracking = true;
        return this;
    }

    public SpecificationBuilder<T> AsNoTracking()
    {
        _specification.Tracking = false;
        return this;
    }

    public SpecificationBuilder<T> IncludingDeleted()
    {
        _specification.WithDeleted = true;
        return this;
    }
}
