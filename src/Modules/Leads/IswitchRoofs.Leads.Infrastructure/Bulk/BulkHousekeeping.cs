using IswitchRoofs.Leads.Domain.Bulk;
using IswitchRoofs.Leads.Infrastructure.Persistence;
using IswitchRoofs.Shared.Infrastructure.Jobs;
using Microsoft.EntityFrameworkCore;

namespace IswitchRoofs.Leads.Infrastructure.Bulk;

/// <summary>A bulk change can be taken back for a day; a week later nobody asks for it any more.</summary>
internal sealed class BulkHousekeeping(LeadsDbContext db, TimeProvider clock) : IRecurringJob
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public async Task<JobOutcome> RunAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - Kept;
        return JobOutcome.Of(("bulk_changes", await db.Set<BulkChange>().Where(c => c.DoneAt < before).ExecuteDeleteAsync(ct)));
    }
}
