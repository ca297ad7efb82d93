namespace IswitchRoofs.Host.Web.Display;

/// <param name="Url">Where a click leads: usually through the page that marks it read.</param>
public sealed record BellItem(string Title, string? Body, string Type, string Priority, string Url, DateTimeOffset CreatedAt, bool IsUnread)
{
    public string Icon => Type switch
    {
        _ when Priority is "urgent" => "alert-triangle",
        _ when Type.StartsWith("lead", StringComparison.Ordinal) => "target-arrow",
        _ when Type.StartsWith("appointment", StringComparison.Ordinal) => "calendar-event",
        _ when Type.StartsWith("project", StringComparison.Ordinal) => "home-cog",
        _ when Type.StartsWith("review", StringComparison.Ordinal) => "star",
        _ => "bell",
    };
}

/// <summary>What the bell shows; the answer of <c>/Notifications?handler=Bell</c> is the partial <c>_BellList</c>.</summary>
public sealed record BellList(int Unread, IReadOnlyList<BellItem> Items);
