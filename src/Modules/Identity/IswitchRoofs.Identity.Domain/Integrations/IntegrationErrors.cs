using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Domain.Integrations;

public static class IntegrationErrors
{
    public static Error NotFound(IntegrationId id) => Error.NotFound("integrations.not_found", $"There is no integration {id}.");

    public static Error NameTaken(string name) => Error.Conflict("integrations.name_taken", $"There is already an integration called {name}.");

    public static Error NoSecret() =>
        Error.Conflict("integrations.no_secret", "This integration acts for people who sign in and has no secret of its own.");
}
