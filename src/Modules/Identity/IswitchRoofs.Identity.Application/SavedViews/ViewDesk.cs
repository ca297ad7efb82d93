using IswitchRoofs.Identity.Application.Accounts;
using IswitchRoofs.Identity.Domain.SavedViews;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Identity.Application.SavedViews;

/// <summary>What all use cases of views ask first: which list it is, whether the caller reads it, which view is meant.</summary>
public sealed class ViewDesk(IEnumerable<ListShape> lists, IRepository<SavedView> views, ICurrentUser caller)
{
    internal bool MayShare => caller.Has(IdentityPermissions.ShareViews);

    /// <summary>The list that the caller names, if they may read it.</summary>
    internal Result<(UserId Caller, ViewedList List, ListShape Shape)> Enter(string? name)
    {
        if (caller.Id is not { } id) return AccountErrors.NotSignedIn();
        var check = new Validation();
        var list = check.Enum<ViewedList>("list", name, required: true);
        if (check.Failed) return check.ToError();
        var shape = lists.Single(s => s.Name == WireName.Of(list!.Value));
        return caller.Has(shape.Permission) ? (UserId.From(id), list!.Value, shape) : SavedViewErrors.ListNotYours();
    }

    /// <summary>A view that the caller may see; what they may not is unknown to them.</summary>
    internal async Task<Result<SavedView>> FindAsync(Guid id, CancellationToken ct, bool withTrash = false)
    {
        var wanted = SavedViewId.From(id);
        var view = await views.FirstOrDefaultAsync(new ViewToChange(wanted, withTrash), ct);
        if (view is null || !view.IsSeenBy(Caller) || !caller.Has(ShapeOf(view).Permission)) return SavedViewErrors.NotFound(wanted);
        return view;
    }

    internal async Task<Result<SavedView>> FindToChangeAsync(Guid id, uint? ifVersion, CancellationToken ct, bool withTrash = false)
    {
        var found = await FindAsync(id, ct, withTrash);
        if (found.IsFailure) return found;
        if (!MayChange(found.Value)) return SavedViewErrors.NotYours();
        return ifVersion is { } version && version != found.Value.Version ? Error.Stale(found.Value.Version) : found;
    }

    internal Task<int> CountAsync(UserId owner, ViewedList list, CancellationToken ct) => views.CountAsync(new ViewsOfOwner(owner, list), ct);

    internal async Task<Result<SavedViewDetails>> SaveAsync(SavedView view, CancellationToken ct)
    {
        try
        {
            await views.SaveChangesAsync(ct);
        }
        catch (ConstraintViolatedException e) when (e.Constraint == "ux_saved_views_name")
        {
            return SavedViewErrors.NameTaken(view.Name);
        }

        return Show(view);
    }

    internal SavedViewDetails Show(SavedView view) => SavedViewDetails.Of(view, MayChange(view));

    internal ListShape ShapeOf(SavedView view) => lists.Single(s => s.Name == WireName.Of(view.List));

    internal static string? Name(Validation check, string? name) => check.Text("name", name, SavedView.LongestName, required: true);

    internal bool MayChange(SavedView view) => view.IsChangedBy(Caller, caller.Has(IdentityPermissions.ManageViews));

    private UserId Caller => UserId.From(caller.Id ?? Guid.Empty);

    private sealed class ViewToChange : Specification<SavedView>
    {
        public ViewToChange(SavedViewId id, bool withTrash)
        {
            Query.Where(v => v.Id == id).AsTracking();
            if (withTrash) Query.IncludingDeleted();
        }
    }
}
