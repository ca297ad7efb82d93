using IswitchRoofs.Leads.Domain.Imports;
using IswitchRoofs.Leads.Infrastructure.Persistence;
using IswitchRoofs.Shared.Infrastructure.Jobs;
using Microsoft.EntityFrameworkCore;

namespace IswitchRoofs.Leads.Infrastructure.Imports;

/// <summary>Rows of a file are people's data: they go when the import can no longer be undone, and with a file that nobody ran.</summary>
internal sealed class ImportHousekeeping(LeadsDbContext db, TimeProvider clock) : IRecurringJob
{
    private static readonly TimeSpan UnfinishedKept = TimeSpan.FromDays(7);
    private static readonly ImportStatus[] Unfinished = [ImportStatus.Mapping, ImportStatus.Validated];

    public async Task<JobOutcome> RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (ended, touched) = (now - LeadImport.UndoWindow, now - UnfinishedKept);
        var rows = await db.Set<LeadImportRow>()
            .Where(r => db.Set<LeadImport>().Any(i => i.Id == r.ImportId && i.EndedAt < ended && i.Status != ImportStatus.Undoing))
            .ExecuteDeleteAsync(ct);
        var old = db.Set<LeadImport>().Where(i => Unfinished.Contains(i.Status) && i.UpdatedAt < touched);
        rows += await db.Set<LeadImportRow>().Where(r => old.Any(i => i.Id == r.ImportId)).ExecuteDeleteAsync(ct);
        return JobOutcome.Of(("import_rows", rows), ("unfinished_imports", await old.ExecuteDeleteAsync(ct)));
    }
}
