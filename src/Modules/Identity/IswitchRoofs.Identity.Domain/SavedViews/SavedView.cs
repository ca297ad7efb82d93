using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.SharedKernel.Domain;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Domain.SavedViews;

/// <summary>A state of a list under a name, for its owner alone or for everybody who reads the list.</summary>
public sealed class SavedView : AggregateRoot, ISoftDeletable
{
    public const int LongestName = 60;

    /// <summary>Of one owner, for one list.</summary>
    public const int Most = 50;

    private SavedView() => (Name, Query, Columns) = ("", "", []);

    public SavedViewId Id { get; private set; }

    /// <summary>Stays when the owner leaves, so that a shared view stays, too.</summary>
    public UserId OwnerId { get; private set; }

    public ViewedList List { get; private set; }

    public string Name { get; private set; }

    /// <summary>Filters and order as an address has them, always written the same way.</summary>
    public string Query { get; private set; }

    /// <summary>None: each reader's own choice.</summary>
    public string[] Columns { get; private set; }

    public bool Shared { get; private set; }

    public DateTimeOffset? DeletedAt { get; private set; }

    /// <param name="ownedBefore">How many the owner has of this list.</param>
    /// <param name="mayShare">Whether the owner may show views to others.</param>
    public static Result<SavedView> Create(
        SavedViewId id, UserId owner, ViewedList list, string name, string query, string[] columns, bool shared, bool mayShare, int ownedBefore)
    {
        if (ownedBefore >= Most) return SavedViewErrors.TooMany();
        if (shared && !mayShare) return SavedViewErrors.NotShareable();
        return new SavedView { Id = id, OwnerId = owner, List = list, Name = name, Query = query, Columns = columns, Shared = shared };
    }

    public bool IsSeenBy(UserId user) => Shared || OwnerId == user;

    /// <param name="manages">Who may change what others have shared.</param>
    public bool IsChangedBy(UserId user, bool manages) => OwnerId == user || (Shared && manages);

    /// <param name="mayShare">Whether who changes it may show views to others. Leaving a view shared asks for nothing.</param>
    public Result Change(string name, string query, string[] columns, bool shared, bool mayShare)
    {
        if (shared && !Shared && !mayShare) return SavedViewErrors.NotShareable();
        (Name, Query, Shared) = (name, query, shared);
        if (!Columns.SequenceEqual(columns)) Columns = columns;
        return Result.Success();
    }

    public void Delete(DateTimeOffset now) => DeletedAt ??= now;

    /// <param name="ownedNow">How many the owner has of this list without it.</param>
    public Result Restore(int ownedNow)
    {
        if (DeletedAt is null) return Result.Success();
        if (ownedNow >= Most) return SavedViewErrors.TooMany();
        DeletedAt = null;
        return Result.Success();
    }
}
