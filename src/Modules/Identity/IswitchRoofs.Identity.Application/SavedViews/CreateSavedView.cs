using IswitchRoofs.Identity.Domain.SavedViews;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.SavedViews;

/// <param name="Query">Filters and order, by the names that the list's address has.</param>
/// <param name="Columns">At most six; absent or none: each reader's own choice.</param>
/// <param name="Shared">Everybody who reads the list sees it.</param>
public sealed record CreateSavedView(
    string? List, string? Name, IReadOnlyDictionary<string, string?>? Query = null, IReadOnlyList<string?>? Columns = null, bool Shared = false);

public sealed class CreateSavedViewHandler(ViewDesk desk, IRepository<SavedView> views, TimeProvider clock) : IUseCase
{
    public async Task<Result<SavedViewDetails>> HandleAsync(CreateSavedView command, CancellationToken ct)
    {
        var entered = desk.Enter(command.List);
        if (entered.IsFailure) return entered.Error;
        var (caller, list, shape) = entered.Value;
        var check = new Validation();
        var name = ViewDesk.Name(check, command.Name);
        var query = shape.QueryOf(check, command.Query);
        var columns = shape.ColumnsOf(check, command.Columns);
        if (check.Failed) return check.ToError();

        var created = SavedView.Create(
            SavedViewId.New(clock.GetUtcNow()), caller, list, name!, query.ToString(), columns, command.Shared, desk.MayShare, await desk.CountAsync(caller, list, ct));
        if (created.IsFailure) return created.Error;
        views.Add(created.Value);
        return await desk.SaveAsync(created.Value, ct);
    }
}
