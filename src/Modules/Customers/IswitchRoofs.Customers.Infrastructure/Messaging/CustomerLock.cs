using IswitchRoofs.Customers.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IswitchRoofs.Customers.Infrastructure.Messaging;

internal static class CustomerLock
{
    /// <summary>Until the running transaction ends, other events about this customer's projects wait.</summary>
    internal static Task OneAtATimeAsync(this CustomersDbContext db, Guid customerId, CancellationToken ct)
    {
        var name = $"customers/figures/{customerId}";
        return db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({name}, 0))", ct);
    }
}
