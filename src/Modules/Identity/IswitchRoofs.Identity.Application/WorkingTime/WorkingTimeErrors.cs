using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.WorkingTime;

internal static class WorkingTimeErrors
{
    internal static Error NotYours() =>
        Error.Forbidden("availability.not_yours", "Only the person, the managers of their teams and administrators may change it.");
}
