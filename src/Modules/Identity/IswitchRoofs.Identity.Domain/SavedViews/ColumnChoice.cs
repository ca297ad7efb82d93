using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Identity.Domain.SavedViews;

/// <summary>The columns that somebody wants to see of a list when nothing else is asked. Who never chose has none of these.</summary>
public sealed class ColumnChoice : AggregateRoot
{
    private ColumnChoice() => Columns = [];

    public ColumnChoiceId Id { get; private set; }

    public UserId UserId { get; private set; }

    public ViewedList List { get; private set; }

    /// <summary>None: what the list shows to who never chose.</summary>
    public string[] Columns { get; private set; }

    public static ColumnChoice Of(UserId user, ViewedList list, DateTimeOffset now) => new() { Id = ColumnChoiceId.New(now), UserId = user, List = list };

    public void Change(string[] columns)
    {
        if (!Columns.SequenceEqual(columns)) Columns = columns;
    }
}
