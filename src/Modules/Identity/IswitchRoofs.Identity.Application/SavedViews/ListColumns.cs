using System.Text.Json.Serialization;
using IswitchRoofs.Identity.Domain.SavedViews;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Identity.Application.SavedViews;

/// <summary>The columns that the caller sees of a list when nothing else is asked.</summary>
/// <param name="Available">Everything that the list can show beside the name, in the order in which it does.</param>
/// <param name="Chosen">False: what everybody sees who never chose.</param>
public sealed record ListColumns(string List, IReadOnlyList<string> Columns, IReadOnlyList<string> Available, bool Chosen, [property: JsonIgnore] uint Version)
{
    internal static ListColumns Of(ListShape shape, ColumnChoice? choice) =>
        new(shape.Name, shape.Shown(choice?.Columns ?? []), shape.Columns, choice is { Columns.Length: > 0 }, choice?.Version ?? 0);
}

public sealed record GetListColumns(string? List);

public sealed class GetListColumnsHandler(ViewDesk desk, IReadRepository<ColumnChoice> choices) : IUseCase
{
    public async Task<Result<ListColumns>> HandleAsync(GetListColumns query, CancellationToken ct)
    {
        var entered = desk.Enter(query.List);
        if (entered.IsFailure) return entered.Error;
        var (caller, list, shape) = entered.Value;
        return ListColumns.Of(shape, await choices.FirstOrDefaultAsync(new ColumnsOf(caller, list), ct));
    }
}

/// <param name="Columns">At most six; none returns to what everybody begins with.</param>
public sealed record ListColumnsFields(IReadOnlyList<string?>? Columns = null);

public sealed record ChangeListColumns(string? List, ListColumnsFields Fields, uint? IfVersion = null);

public sealed class ChangeListColumnsHandler(ViewDesk desk, IRepository<ColumnChoice> choices, TimeProvider clock) : IUseCase
{
    public async Task<Result<ListColumns>> HandleAsync(ChangeListColumns command, CancellationToken ct)
    {
        var entered = desk.Enter(command.List);
        if (entered.IsFailure) return entered.Error;
        var (caller, list, shape) = entered.Value;
        var choice = await choices.FirstOrDefaultAsync(new ColumnsOf(caller, list), ct);
        if (command.IfVersion is { } version && version != (choice?.Version ?? 0)) return Error.Stale(choice?.Version ?? 0);
        var check = new Validation();
        var columns = shape.ColumnsOf(check, command.Fields.Columns);
        if (check.Failed) return check.ToError();

        if (choice is null) choices.Add(choice = ColumnChoice.Of(caller, list, clock.GetUtcNow()));
        choice.Change(columns);
        await choices.SaveChangesAsync(ct);
        return ListColumns.Of(shape, choice);
    }
}

internal sealed class ColumnsOf : Specification<ColumnChoice>
{
    public ColumnsOf(UserId user, ViewedList list) => Query.Where(c => c.UserId == user && c.List == list).AsTracking();
}
