using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Domain.Sessions;

public static class SessionErrors
{
    public static Error NotFound(SessionId id) => Error.NotFound("sessions.not_found", $"There is no session {id}.");
}
