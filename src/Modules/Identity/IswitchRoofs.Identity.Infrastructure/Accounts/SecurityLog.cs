using System.Text.Json;
using IswitchRoofs.Identity.Application.Accounts;
using IswitchRoofs.Identity.Infrastructure.Persistence;
using IswitchRoofs.Shared.Infrastructure.Auditing;

namespace IswitchRoofs.Identity.Infrastructure.Accounts;

internal sealed class SecurityLog(IdentityDbContext db, TimeProvider clock) : ISecurityLog
{
    public void Record(string action, Guid? userId, string? note = null) => db.AddSecurityEvent(
        clock.GetUtcNow(), action, "user", userId,
        note is null ? null : JsonSerializer.Serialize(new[] { new Dictionary<string, string?> { ["field"] = "note", ["old"] = null, ["new"] = note } }));
}
