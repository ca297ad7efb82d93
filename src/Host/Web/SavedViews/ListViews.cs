using IswitchRoofs.Identity.Application;
using IswitchRoofs.Identity.Application.SavedViews;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Patching;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.AspNetCore.Http.Extensions;

namespace IswitchRoofs.Host.Web.SavedViews;

/// <summary>Saved views and chosen columns for the pages of every area; modules know nothing of them.</summary>
public sealed class ListViews(
    IEnumerable<ListShape> shapes, ListSavedViewsHandler list, CreateSavedViewHandler create, ChangeSavedViewHandler change, DeleteSavedViewHandler delete,
    RestoreSavedViewHandler restore, GetListColumnsHandler readColumns, ChangeListColumnsHandler changeColumns, Colleagues people, ICurrentUser viewer)
{
    private IReadOnlyList<string>? _own;

    public async Task<ListViewMenu> MenuAsync(ListState state, IEnumerable<ReadyMadeView> readyMade, CancellationToken ct)
    {
        var (now, columns) = (Written(state, state.Query), await ColumnsAsync(state, ct));
        var saved = (await list.HandleAsync(new ListSavedViews(state.List), ct)).Value.Items;
        await people.LoadAsync(ct);
        var links = saved.ToDictionary(v => v.Id, v => Link(state, v) with
        {
            IsShown = IsShown(v.Query, v.Columns),
            Note = v.OwnerId != viewer.Id ? people.NameOf(v.OwnerId) : v.Shared ? "Shared" : null,
        });
        ListViewGroup[] groups =
        [
            new("Ready-made", [.. readyMade.Select(r => new ListView(r.Name, UrlOf(state.Path, r.Query, [], view: null), IsShown(r.Query, [])))]),
            new("Mine", [.. saved.Where(v => v.OwnerId == viewer.Id).Select(v => links[v.Id])]),
            new("Shared by others", [.. saved.Where(v => v.OwnerId != viewer.Id).Select(v => links[v.Id])]),
        ];
        return new ListViewMenu([.. groups.Where(g => g.Views.Count > 0)], state.OpenedFrom is { } id ? links.GetValueOrDefault(id) : null, columns, viewer.Has(IdentityPermissions.ShareViews));

        bool IsShown(IReadOnlyDictionary<string, string> query, IReadOnlyList<string> chosen) =>
            Written(state, query.ToDictionary(q => q.Key, q => (string?)q.Value)) == now && Shown(state, chosen).SequenceEqual(columns.Keys);
    }

    /// <summary>The columns are kept as they are shown, so that a colleague who opens the view sees the same.</summary>
    public async Task<Result<ListView>> SaveAsync(ListState state, string? name, bool shared, CancellationToken ct) =>
        Answer(state, await create.HandleAsync(new CreateSavedView(state.List, name, state.Query, (await ColumnsAsync(state, ct)).Keys, shared), ct));

    /// <summary>The view that the list was opened from shows what the list shows now.</summary>
    public async Task<Result<ListView>> UpdateAsync(ListState state, CancellationToken ct) => await ChangeAsync(state, new SavedViewPatch
    {
        Query = new Optional<IReadOnlyDictionary<string, string?>?>(state.Query),
        Columns = new Optional<IReadOnlyList<string?>?>((await ColumnsAsync(state, ct)).Keys),
    }, ct);

    public Task<Result<ListView>> RenameAsync(ListState state, string? name, CancellationToken ct) => ChangeAsync(state, new SavedViewPatch { Name = name }, ct);

    public Task<Result<ListView>> ShareAsync(ListState state, bool shared, CancellationToken ct) => ChangeAsync(state, new SavedViewPatch { Shared = shared }, ct);

    public Task<Result> DeleteAsync(ListState state, CancellationToken ct) => delete.HandleAsync(new DeleteSavedView(state.OpenedFrom ?? Guid.Empty), ct);

    public async Task<Result<ListView>> RestoreAsync(ListState state, CancellationToken ct) =>
        Answer(state, await restore.HandleAsync(new RestoreSavedView(state.OpenedFrom ?? Guid.Empty), ct));

    /// <summary>What the viewer sees of the list from now on when its address names no columns; none returns to the usual.</summary>
    public async Task<Result> KeepColumnsAsync(ListState state, IReadOnlyList<string> columns, CancellationToken ct)
    {
        var kept = await changeColumns.HandleAsync(new ChangeListColumns(state.List, new ListColumnsFields(columns)), ct);
        return kept.IsFailure ? kept.Error : Result.Success();
    }

    private async Task<ShownColumns> ColumnsAsync(ListState state, CancellationToken ct)
    {
        var own = (await readColumns.HandleAsync(new GetListColumns(state.List), ct)).Value;
        _own = own.Columns;
        return new ShownColumns(Shown(state, (state.Columns ?? "").Split(',')), own.Chosen);
    }

    private async Task<Result<ListView>> ChangeAsync(ListState state, SavedViewPatch fields, CancellationToken ct) =>
        Answer(state, await change.HandleAsync(new ChangeSavedView(state.OpenedFrom ?? Guid.Empty, fields), ct));

    private static Result<ListView> Answer(ListState state, Result<SavedViewDetails> result) => result.IsFailure ? result.Error : Link(state, result.Value);

    private static ListView Link(ListState state, SavedViewDetails view) =>
        new(view.Name, UrlOf(state.Path, view.Query, view.Columns, view.Id), Shared: view.Shared, MayChange: view.MayChange);

    private static string UrlOf(string path, IReadOnlyDictionary<string, string> query, IReadOnlyList<string> columns, Guid? view)
    {
        var address = new QueryBuilder(query);
        if (columns.Count > 0) address.Add("columns", string.Join(',', columns));
        if (view is { } id) address.Add("view", id.ToString());
        return $"{path}{address.ToQueryString()}";
    }

    private ListShape ShapeOf(ListState state) => shapes.Single(s => s.Name == state.List);

    // Without a choice that the list knows, the viewer's own.
    private IReadOnlyList<string> Shown(ListState state, IReadOnlyList<string> chosen)
    {
        var shape = ShapeOf(state);
        return shape.Shown(chosen.Any(shape.Columns.Contains) ? chosen : _own!);
    }

    private string Written(ListState state, IReadOnlyDictionary<string, string?> query) => ShapeOf(state).QueryOf(
        new Validation(), query.Where(q => q.Key != Addresses.SortKey || q.Value != state.UsualSort).ToDictionary()).ToString();
}
