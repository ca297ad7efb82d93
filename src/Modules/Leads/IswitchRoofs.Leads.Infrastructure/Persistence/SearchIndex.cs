using Microsoft.EntityFrameworkCore;

namespace IswitchRoofs.Leads.Infrastructure.Persistence;

/// <summary>
/// Entries of many rows in the index of search trigrams: gathered, sorted and merged at once. One by one (some eighty for each
/// row) they cost nineteen twentieths of a COPY. Both steps belong into the transaction that writes: nobody else sees the
/// index change, and two who do it wait for each other.
/// </summary>
internal static class SearchIndex
{
    /// <summary>First of the transaction, before any row is locked.</summary>
    public static Task DeferAsync(LeadsDbContext db, CancellationToken ct) => db.Database.ExecuteSqlAsync($"SELECT leads.defer_search_index()", ct);

    /// <summary>Last of the transaction: searches read what is not merged from end to end.</summary>
    public static Task MergeAsync(LeadsDbContext db, CancellationToken ct) => db.Database.ExecuteSqlAsync($"SELECT leads.merge_search_index()", ct);
}
