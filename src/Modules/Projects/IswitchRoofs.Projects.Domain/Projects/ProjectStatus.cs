namespace IswitchRoofs.Projects.Domain.Projects;

public enum ProjectStatus
{
    Planning,
    Approved,
    Scheduled,
    InProgress,
    Inspection,
    Completed,
    Invoiced,
    Paid,
    OnHold,
    Cancelled,
}
