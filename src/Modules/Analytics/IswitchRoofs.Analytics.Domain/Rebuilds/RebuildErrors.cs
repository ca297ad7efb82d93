using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Analytics.Domain.Rebuilds;

public static class RebuildErrors
{
    public static Error AlreadyRunning { get; } =
        Error.Conflict("analytics.rebuild_running", "The figures are being rebuilt already.");
}
