using IswitchRoofs.Identity.Domain.SavedViews;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Identity.Application.SavedViews;

/// <summary>The caller's views of a list and those that others share; own ones first, each by name.</summary>
public sealed record ListSavedViews(string? List);

public sealed record SavedViewList(IReadOnlyList<SavedViewDetails> Items);

public sealed class ListSavedViewsHandler(ViewDesk desk, IReadRepository<SavedView> views) : IUseCase
{
    public async Task<Result<SavedViewList>> HandleAsync(ListSavedViews query, CancellationToken ct)
    {
        var entered = desk.Enter(query.List);
        if (entered.IsFailure) return entered.Error;
        var (caller, list, _) = entered.Value;
        var seen = await views.ListAsync(new ViewsSeenBy(caller, list), ct);
        return new SavedViewList(
        [
            .. seen.OrderBy(v => v.OwnerId != caller).ThenBy(v => v.Name, StringComparer.OrdinalIgnoreCase).ThenBy(v => v.Id.Value).Select(desk.Show),
        ]);
    }

    private sealed class ViewsSeenBy : Specification<SavedView>
    {
        public ViewsSeenBy(UserId caller, ViewedList list) => Query.Where(v => v.List == list && (v.OwnerId == caller || v.Shared)).OrderBy(v => v.Id);
    }
}
