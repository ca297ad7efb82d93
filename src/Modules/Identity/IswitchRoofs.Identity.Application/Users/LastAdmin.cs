using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Users;

internal static class LastAdmin
{
    private const string Constraint = "ck_users_last_admin";

    /// <summary>Two admins who disable each other at the same moment both pass the check before: the database lets one through (U6).</summary>
    internal static async Task<Error?> SaveUnlessLastAdminAsync(this IRepository<User> users, CancellationToken ct)
    {
        try
        {
            await users.SaveChangesAsync(ct);
            return null;
        }
        catch (ConstraintViolatedException e) when (e.Constraint == Constraint)
        {
            return UserErrors.LastAdmin();
        }
    }
}
