using System.Linq.Expressions;

namespace IswitchRoofs.SharedKernel.Specifications;

/// <summary>
/// A named question about <typeparamref name="T"/>: filter, order, paging. The vocabulary is Ardalis.Specification's
/// (see docs/decisions/0004), so that package can take this one's place.
/// </summary>
public abstract class Specification<T> where T : class
{
    private readonly List<Expression<Func<T, bool>>> _criteria = [];
    private readonly List<OrderClause<T>> _orders = [];
    private readonly List<string> _includes = [];

    protected Specification() => Query = new SpecificationBuilder<T>(this);

    public IReadOnlyList<Expression<Func<T, bool>>> Criteria => _criteria;

    public IReadOnlyList<OrderClause<T>> Orders => _orders;

    public IReadOnlyList<string> Includes => _includes;

    public int? SkipCount { get; internal set; }

    public int? TakeCount { get; internal set; }

    /// <summary>False unless <c>Query.AsTracking()</c> was asked for: most specifications only read.</summary>
    public bool Tracking { get; internal set; }

    /// <summary>True when rows in the trash take part.</summary>
    public bool WithDeleted { get; internal set; }

    protected SpecificationBuilder<T> Query { get; }

    /// <summary>Evaluates the filter in memory.</summary>
    public bool IsSatisfiedBy(T candidate) => _criteria.TrueForAll(c => c.Compile()(candidate));

    /// <summary>Filter, order and paging over objects in memory, as the database would do it.</summary>
    public IEnumerable<T> Evaluate(IEnumerable<T> source) =>
        SpecificationEvaluator.Apply(source.AsQueryable(), this);

    internal void Add(Expression<Func<T, bool>> criterion) => _criteria.Add(criterion);

    internal void Add(OrderClause<T> order) => _orders.Add(order);

    internal void AddInclude(string path) => _includes.Add(path);
}

/// <summary>A specification that answers <typeparamref name="TResult"/> instead of the entity: only the columns it needs are read.</summary>
public abstract class Specification<T, TResult> : Specification<T> where T : class
{
    public Expression<Func<T, TResult>>? Selector { get; private set; }

    protected void Select(Expression<Func<T, TResult>> selector) => Selector = selector;
}

/// <summary>One sort key.</summary>
public sealed record OrderClause<T>(LambdaExpression Key, bool Descending);
