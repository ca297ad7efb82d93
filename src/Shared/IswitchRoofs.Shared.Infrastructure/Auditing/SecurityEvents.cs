using System.Diagnostics;
using IswitchRoofs.Shared.Infrastructure.Persistence;
using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Shared.Infrastructure.Auditing;

/// <summary>Audit entries for what is no change of a row: sign-ins, failures, lockouts, reused tokens.</summary>
public static class SecurityEvents
{
    /// <summary>Adds an entry to the context's next save.</summary>
    /// <param name="changes">Array of <c>{field, old, new}</c> as JSON; never a secret.</param>
    public static void AddSecurityEvent(
        this ModuleDbContext db, DateTimeOffset now, string action, string entityType, Guid? entityId, string? changes = null)
    {
        var user = db.CurrentUser;
        db.AuditEntries.Add(new AuditEntry
        {
            Id = Uuid.New(now),
            At = now,
            ActorKind = user?.Kind ?? "system",
            ActorId = user?.Id,
            ActorName = user?.Name ?? "System",
            Action = action,
            EntityType = entityType,
            EntityId = entityId,
            Changes = changes,
            Ip = user?.IpAddress,
            UserAgent = user?.UserAgent,
            TraceId = Activity.Current?.TraceId.ToString(),
        });
    }
}
