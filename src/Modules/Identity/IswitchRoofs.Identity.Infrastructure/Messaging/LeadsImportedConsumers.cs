using IswitchRoofs.Identity.Application.Reactions;
using IswitchRoofs.Identity.Infrastructure.Persistence;
using IswitchRoofs.IntegrationEvents.Leads;
using IswitchRoofs.Shared.Infrastructure.Messaging.Inbox;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Identity.Infrastructure.Messaging;

internal sealed class LeadsImportedConsumer(IdentityDbContext db, ILogger<LeadsImportedConsumer> logger) : InboxConsumer<LeadsImported, IdentityDbContext>(db, logger)
{
    private readonly IdentityDbContext _db = db;

    protected override Task<Result> ReactAsync(LeadsImported message, CancellationToken ct) => ImportedWork.LearnAsync(_db, message.Created, message.OccurredAt, ct);
}

internal sealed class LeadsImportUndoneConsumer(IdentityDbContext db, ILogger<LeadsImportUndoneConsumer> logger) : InboxConsumer<LeadsImportUndone, IdentityDbContext>(db, logger)
{
    private readonly IdentityDbContext _db = db;

    protected override Task<Result> ReactAsync(LeadsImportUndone message, CancellationToken ct) => ImportedWork.TrashAsync(_db, message.DeletedLeadIds, message.OccurredAt, ct);
}

internal sealed class LeadImportFinishedConsumer(IdentityDbContext db, NotifyOfImport reaction, ILogger<LeadImportFinishedConsumer> logger)
    : InboxConsumer<LeadImportFinished, IdentityDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(LeadImportFinished message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}

/// <summary>The work of a thousand new leads in one statement. Updated ones keep whose they are, and whether they are open.</summary>
internal static class ImportedWork
{
    public static async Task<Result> LearnAsync(IdentityDbContext db, IReadOnlyList<ImportedLead> leads, DateTimeOffset at, CancellationToken ct)
    {
        if (leads.Count == 0) return Result.Success();
        var (ids, people) = (leads.Select(l => l.LeadId).ToArray(), leads.Select(l => l.AssigneeId).ToArray());
        await db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO identity.work_items AS w (kind, id, user_id, is_open, is_deleted, as_of, trash_as_of, created_at, updated_at)
             SELECT 'lead', l.id, l.person, true, false, {at}, TIMESTAMPTZ '-infinity', {at}, {at} FROM unnest({ids}, {people}) AS l(id, person)
             ON CONFLICT (id, kind) DO UPDATE SET user_id = EXCLUDED.user_id, as_of = EXCLUDED.as_of, updated_at = EXCLUDED.updated_at WHERE w.as_of < EXCLUDED.as_of
             """, ct);
        return Result.Success();
    }

    public static async Task<Result> TrashAsync(IdentityDbContext db, IReadOnlyList<Guid> leads, DateTimeOffset at, CancellationToken ct)
    {
        Guid[] ids = [.. leads];
        await db.Database.ExecuteSqlAsync(
            $"UPDATE identity.work_items SET is_deleted = true, trash_as_of = {at}, updated_at = {at} WHERE kind = 'lead' AND id = ANY({ids}) AND trash_as_of <= {at}", ct);
        return Result.Success();
    }
}
