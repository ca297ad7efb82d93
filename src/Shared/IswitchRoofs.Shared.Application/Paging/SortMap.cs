using System.Linq.Expressions;
using System.Text.Json;
using IswitchRoofs.SharedKernel.Domain;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Shared.Application.Paging;

/// <summary>The documented sort keys of one list. The id always comes last, so that the order is total.</summary>
public sealed class SortMap<T, TRow>
    where T : class
{
    private readonly Dictionary<string, SortKey<T, TRow>> _keys = new(StringComparer.Ordinal);
    private readonly string _standard;
    private readonly SortKey<T, TRow> _id;

    private SortMap(string standard, SortKey<T, TRow> id)
    {
        _standard = standard;
        _id = id;
    }

    public IReadOnlyCollection<string> Names => _keys.Keys;

    /// <param name="standard">The order when the caller names none, e.g. <c>-created_at</c>.</param>
    /// <param name="id">The tie-break.</param>
    /// <param name="rowId">The same in the row that is answered.</param>
    public static SortMap<T, TRow> Create<TId>(string standard, Expression<Func<T, TId>> id, Func<TRow, Guid> rowId)
        where TId : struct, ITypedId<TId> =>
        new(standard, new TypedIdSortKey<T, TRow, TId>(id, rowId));

    public SortMap<T, TRow> By<TKey>(string name, Expression<Func<T, TKey>> key, Func<TRow, TKey> rowKey)
    {
        _keys.Add(name, new ValueSortKey<T, TRow, TKey>(name, key, rowKey));
        return this;
    }

    /// <summary>Checks a request; what is wrong with it is added to <paramref name="validation"/>.</summary>
    public PagePlan<T, TRow>? Plan(PageRequest request, Validation validation)
    {
        var perPage = request.PerPage ?? PageRequest.DefaultPerPage;
        if (perPage is < 1 or > PageRequest.LargestPerPage)
            validation.Add("per_page", $"must be between 1 and {PageRequest.LargestPerPage}.");
        var page = request.Page ?? 1;
        if (page < 1) validation.Add("page", "must be 1 or more.");
        if (request is { Page: not null, Cursor: not null }) validation.Add("cursor", "cannot be combined with page.");
        else if ((long)page * perPage > PageRequest.DeepestRow)
            validation.Add("page", $"reaches beyond row {PageRequest.DeepestRow}: walk the list with cursor=next_cursor instead.");

        var sort = string.IsNullOrWhiteSpace(request.Sort) ? _standard : request.Sort;
        var keys = Parse(sort, validation);
        JsonElement[]? after = null;
        if (request.Cursor is not null && keys is not null)
        {
            after = PageCursor.Decode(request.Cursor, sort, keys.Count);
            if (after is null || !keys.Zip(after).All(k => k.First.Key.Accepts(k.Second)))
                validation.Add("cursor", "is no cursor of this list and order: use next_cursor as it was answered.");
        }

        return validation.Failed || keys is null ? null : new PagePlan<T, TRow>(sort, keys, page, perPage, after, request.Cursor is not null);
    }

    private List<SortStep<T, TRow>>? Parse(string sort, Validation validation)
    {
        var steps = new List<SortStep<T, TRow>>();
        foreach (var part in sort.Split(',', StringSplitOptions.TrimEntries))
        {
            var descending = part.StartsWith('-');
            var name = descending ? part[1..] : part;
            if (!_keys.TryGetValue(name, out var key) || steps.Exists(s => s.Key.Name == name))
            {
                validation.Add("sort", $"'{part}' is not a sort key of this list: use each of {string.Join(", ", _keys.Keys)} at most once, minus for descending.");
                return null;
            }

            steps.Add(new SortStep<T, TRow>(key, descending));
        }

        steps.Add(new SortStep<T, TRow>(_id, steps[^1].Descending));
        return steps;
    }
}
