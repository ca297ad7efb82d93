namespace IswitchRoofs.Shared.Application.Paging;

/// <summary>How a caller asks for a part of a list: a numbered page, or the cursor of the page before.</summary>
/// <param name="Sort">Comma-separated keys, minus for descending: <c>-score,created_at</c>; null for the list's own order.</param>
public sealed record PageRequest(int? Page = null, int? PerPage = null, string? Cursor = null, string? Sort = null)
{
    public const int DefaultPerPage = 50;
    public const int LargestPerPage = 100;

    /// <summary>Numbered pages beyond this row are refused: the cursor costs the same at any depth.</summary>
    public const int DeepestRow = 10_000;
}
