using System.Text.Json;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Shared.Application.Paging;

/// <summary>A checked <see cref="PageRequest"/>: put it on a specification, then make the page of what comes back.</summary>
public sealed class PagePlan<T, TRow> where T : class
{
    private readonly IReadOnlyList<SortStep<T, TRow>> _steps;
    private readonly JsonElement[]? _after;
    private readonly int _page;

    internal PagePlan(string sort, IReadOnlyList<SortStep<T, TRow>> steps, int page, int perPage, JsonElement[]? after, bool byCursor)
    {
        Sort = sort;
        _steps = steps;
        _page = page;
        PerPage = perPage;
        _after = after;
        ByCursor = byCursor;
    }

    public string Sort { get; }

    public int PerPage { get; }

    /// <summary>Then nobody needs a total.</summary>
    public bool ByCursor { get; }

    /// <summary>The first numbered page in a list's standard size: what is worth caching.</summary>
    public bool IsFirst => !ByCursor && _page == 1;

    /// <summary>Adds the order, the cursor's condition and the limits.</summary>
    public void ApplyTo(SpecificationBuilder<T> query)
    {
        Order(query, _steps, _after);
        if (!ByCursor) query.Skip((_page - 1) * PerPage);

        // One more than asked for tells whether there is a next page.
        query.Take(PerPage + 1);
    }

    /// <summary>The one row after another in this order, or before it. That one need not be in the list: it stands where its values put it.</summary>
    public void ApplyNextTo(SpecificationBuilder<T> query, TRow row, bool backwards)
    {
        var steps = backwards ? [.. _steps.Select(s => s with { Descending = !s.Descending })] : _steps;
        Order(query, steps, [.. steps.Select(s => s.Key.Write(row))]);
        query.Take(1);
    }

    /// <param name="rows">What the specification answered: up to one row more than the page holds.</param>
    /// <param name="total">Null when walked by cursor.</param>
    public PageOf<TRow> ToPage(IReadOnlyList<TRow> rows, int? total)
    {
        var hasMore = rows.Count > PerPage;
        var items = hasMore ? rows.Take(PerPage).ToArray() : rows;
        var next = hasMore ? PageCursor.Encode(Sort, _steps.Select(s => s.Key.Write(items[^1]))) : null;
        return new PageOf<TRow>(items, ByCursor ? null : _page, PerPage, total, total is null ? null : (total + PerPage - 1) / PerPage, next);
    }

    private static void Order(SpecificationBuilder<T> query, IReadOnlyList<SortStep<T, TRow>> steps, JsonElement[]? after)
    {
        if (after is not null) query.Where(Keyset.After(steps, after));
        foreach (var step in steps) query.Order(step.Key.Key, step.Descending);
    }
}
