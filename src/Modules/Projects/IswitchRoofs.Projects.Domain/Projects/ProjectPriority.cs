namespace IswitchRoofs.Projects.Domain.Projects;

public enum ProjectPriority
{
    Low,
    Medium,
    High,
    Urgent,
}
