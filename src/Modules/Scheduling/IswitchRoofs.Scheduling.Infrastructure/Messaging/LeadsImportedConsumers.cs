using IswitchRoofs.IntegrationEvents.Leads;
using IswitchRoofs.Scheduling.Infrastructure.Persistence;
using IswitchRoofs.Shared.Infrastructure.Messaging.Inbox;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Scheduling.Infrastructure.Messaging;

internal sealed class LeadsImportedConsumer(SchedulingDbContext db, ILogger<LeadsImportedConsumer> logger) : InboxConsumer<LeadsImported, SchedulingDbContext>(db, logger)
{
    private readonly SchedulingDbContext _db = db;

    protected override Task<Result> ReactAsync(LeadsImported message, CancellationToken ct) =>
        ImportedSubjects.LearnAsync(_db, [.. message.Created, .. message.Updated], message.OccurredAt, ct);
}

internal sealed class LeadsImportUndoneConsumer(SchedulingDbContext db, ILogger<LeadsImportUndoneConsumer> logger) : InboxConsumer<LeadsImportUndone, SchedulingDbContext>(db, logger)
{
    private readonly SchedulingDbContext _db = db;

    protected override async Task<Result> ReactAsync(LeadsImportUndone message, CancellationToken ct)
    {
        await ImportedSubjects.TrashAsync(_db, message.DeletedLeadIds, message.OccurredAt, ct);
        return await ImportedSubjects.LearnAsync(_db, message.Restored, message.OccurredAt, ct);
    }
}

/// <summary>What this module knows of a thousand leads, in one statement; older news change nothing, as with single ones.</summary>
internal static class ImportedSubjects
{
    public static async Task<Result> LearnAsync(SchedulingDbContext db, IReadOnlyList<ImportedLead> leads, DateTimeOffset at, CancellationToken ct)
    {
        if (leads.Count == 0) return Result.Success();
        var (ids, names) = (leads.Select(l => l.LeadId).ToArray(), leads.Select(l => l.LeadName).ToArray());
        await db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO scheduling.subject_refs AS s (kind, id, name, team, is_deleted, last_event_at, trash_event_at, created_at, updated_at)
             SELECT DISTINCT ON (id) 'lead', id, name, ARRAY[]::uuid[], false, {at}, TIMESTAMPTZ '-infinity', {at}, {at} FROM unnest({ids}, {names}) AS l(id, name)
             ON CONFLICT (kind, id) DO UPDATE SET name = EXCLUDED.name, last_event_at = EXCLUDED.last_event_at, updated_at = EXCLUDED.updated_at WHERE s.last_event_at <= EXCLUDED.last_event_at
             """, ct);
        return Result.Success();
    }

    public static async Task TrashAsync(SchedulingDbContext db, IReadOnlyList<Guid> leads, DateTimeOffset at, CancellationToken ct)
    {
        Guid[] ids = [.. leads];
        await db.Database.ExecuteSqlAsync(
            $"UPDATE scheduling.subject_refs SET is_deleted = true, trash_event_at = {at}, updated_at = {at} WHERE kind = 'lead' AND id = ANY({ids}) AND trash_event_at <= {at}", ct);
    }
}
