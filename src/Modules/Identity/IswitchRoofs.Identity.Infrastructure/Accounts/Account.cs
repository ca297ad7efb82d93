using Microsoft.AspNetCore.Identity;

namespace IswitchRoofs.Identity.Infrastructure.Accounts;

/// <summary>What proves who a user is; shares the user's id.</summary>
internal sealed class Account : IdentityUser<Guid>
{
    /// <summary>Start of the window in which failures are counted (U3).</summary>
    public DateTimeOffset? FailuresSince { get; set; }
}
