namespace IswitchRoofs.Analytics.Domain.Rebuilds;

public enum RebuildStatus
{
    Requested,
    Running,
    Done,
    Failed,
}
