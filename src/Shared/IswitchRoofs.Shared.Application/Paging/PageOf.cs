namespace IswitchRoofs.Shared.Application.Paging;

/// <summary>A part of a list, as api.md shows it.</summary>
/// <param name="Page">Null when walked by cursor, as are <paramref name="Total"/> and <paramref name="Pages"/>.</param>
/// <param name="NextCursor">Null on the last page.</param>
public sealed record PageOf<T>(IReadOnlyList<T> Items, int? Page, int PerPage, int? Total, int? Pages, string? NextCursor);
