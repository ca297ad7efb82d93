using IswitchRoofs.Customers.Infrastructure.Persistence;
using IswitchRoofs.IntegrationEvents.Leads;
using IswitchRoofs.Shared.Infrastructure.Messaging.Inbox;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Customers.Infrastructure.Messaging;

internal sealed class LeadsImportedConsumer(CustomersDbContext db, ILogger<LeadsImportedConsumer> logger) : InboxConsumer<LeadsImported, CustomersDbContext>(db, logger)
{
    private readonly CustomersDbContext _db = db;

    protected override Task<Result> ReactAsync(LeadsImported message, CancellationToken ct) =>
        ImportedLeadRefs.KeepAsync(_db, [.. message.Created, .. message.Updated], message.OccurredAt, ct);
}

internal sealed class LeadsImportUndoneConsumer(CustomersDbContext db, ILogger<LeadsImportUndoneConsumer> logger) : InboxConsumer<LeadsImportUndone, CustomersDbContext>(db, logger)
{
    private readonly CustomersDbContext _db = db;

    protected override Task<Result> ReactAsync(LeadsImportUndone message, CancellationToken ct) => ImportedLeadRefs.KeepAsync(_db, message.Restored, message.OccurredAt, ct);
}

/// <summary>The replica of a thousand leads in one statement; an import knows leads that are no customers only, so a customer is never unlearnt.</summary>
internal static class ImportedLeadRefs
{
    public static async Task<Result> KeepAsync(CustomersDbContext db, IReadOnlyList<ImportedLead> leads, DateTimeOffset at, CancellationToken ct)
    {
        if (leads.Count == 0) return Result.Success();
        var (ids, names) = (leads.Select(l => l.LeadId).ToArray(), leads.Select(l => l.LeadName).ToArray());
        await db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO customers.lead_refs AS r (lead_id, name, as_of) SELECT DISTINCT ON (id) id, name, {at} FROM unnest({ids}, {names}) AS l(id, name)
             ON CONFLICT (lead_id) DO UPDATE SET name = EXCLUDED.name, as_of = EXCLUDED.as_of WHERE r.as_of <= EXCLUDED.as_of
             """, ct);
        return Result.Success();
    }
}
