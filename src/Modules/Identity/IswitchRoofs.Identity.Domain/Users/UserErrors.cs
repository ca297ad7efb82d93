using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Domain.Users;

public static class UserErrors
{
    public static Error NotFound(UserId id) => Error.NotFound("users.not_found", $"There is no user {id}.");

    public static Error EmailTaken(string email) => Error.Conflict("users.email_taken", $"Another user already signs in as {email}.");

    /// <summary>U6.</summary>
    public static Error LastAdmin() =>
        Error.Conflict("users.last_admin", "This is the last active administrator: give somebody else the role first.");

    public static Error InvitationPending() =>
        Error.Conflict("users.invitation_pending", "The invitation was not accepted yet: send it again instead.");

    public static Error NotInvited() => Error.Conflict("users.not_invited", "There is no open invitation for this user.");
}
