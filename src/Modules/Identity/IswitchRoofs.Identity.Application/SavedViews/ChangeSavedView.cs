using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Patching;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.SavedViews;

/// <summary>A merge patch: absent fields stay. A view stays with its owner, whoever changes it.</summary>
public sealed record ChangeSavedView(Guid Id, SavedViewPatch Fields, uint? IfVersion = null);

public sealed record SavedViewPatch
{
    public Optional<string?> Name { get; init; }
    public Optional<IReadOnlyDictionary<string, string?>?> Query { get; init; }
    public Optional<IReadOnlyList<string?>?> Columns { get; init; }
    public Optional<bool> Shared { get; init; }
}

public sealed class ChangeSavedViewHandler(ViewDesk desk) : IUseCase
{
    public async Task<Result<SavedViewDetails>> HandleAsync(ChangeSavedView command, CancellationToken ct)
    {
        var found = await desk.FindToChangeAsync(command.Id, command.IfVersion, ct);
        if (found.IsFailure) return found.Error;
        var view = found.Value;
        var (shape, patch, check) = (desk.ShapeOf(view), command.Fields, new Validation());
        var name = ViewDesk.Name(check, patch.Name.Or(view.Name));

        // What stays is not checked again: the list may have lost a filter since.
        var query = patch.Query.IsSet ? shape.QueryOf(check, patch.Query.Value).ToString() : view.Query;
        var columns = patch.Columns.IsSet ? shape.ColumnsOf(check, patch.Columns.Value) : view.Columns;
        if (check.Failed) return check.ToError();

        var changed = view.Change(name!, query, columns, patch.Shared.Or(view.Shared), desk.MayShare);
        return changed.IsFailure ? changed.Error : await desk.SaveAsync(view, ct);
    }
}
