namespace IswitchRoofs.Host.Web.SavedViews;

/// <summary>What a list offers beside its filters: views as links whose addresses hold all that they show.</summary>
/// <param name="Open">The view that the list was opened from, which it may differ from by now.</param>
public sealed record ListViewMenu(IReadOnlyList<ListViewGroup> Groups, ListView? Open, ShownColumns Columns, bool MayShare)
{
    /// <summary>The view that is open, or the name of what the list happens to show.</summary>
    public string? Title => (Open ?? Groups.SelectMany(g => g.Views).FirstOrDefault(v => v.IsShown))?.Name;
}

public sealed record ListViewGroup(string Label, IReadOnlyList<ListView> Views);

/// <param name="IsShown">The list shows just this.</param>
/// <param name="Note">Whose it is, when it is somebody else's; that it is shared, when it is one's own.</param>
public sealed record ListView(string Name, string Url, bool IsShown = false, string? Note = null, bool Shared = false, bool MayChange = false);

/// <summary>A view that is always offered and stored nowhere.</summary>
public sealed record ReadyMadeView(string Name, IReadOnlyDictionary<string, string> Query);
