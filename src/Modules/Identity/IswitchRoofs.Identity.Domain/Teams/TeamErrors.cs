using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Domain.Teams;

public static class TeamErrors
{
    public static Error NotFound(TeamId id) => Error.NotFound("teams.not_found", $"There is no team {id}.");

    public static Error NameTaken(string name) => Error.Conflict("teams.name_taken", $"There is already a team called {name}.");

    public static Error NotYours() => Error.Forbidden("teams.not_yours", "Only the team's manager and administrators may change it.");

    public static Error NotAMember(UserId id) => Error.NotFound("teams.not_a_member", $"User {id} is not in this team.");
}
