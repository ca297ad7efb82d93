namespace IswitchRoofs.Projects.Application;

public static class ProjectsPermissions
{
    public const string Read = "projects.read";

    /// <summary>Only projects whose crew one belongs to.</summary>
    public const string ReadAssigned = "projects.read_assigned";

    public const string Write = "projects.write";

    /// <summary>Change status, completion, notes, documents and photos of projects whose crew one belongs to.</summary>
    public const string WorkAssigned = "projects.work_assigned";

    public const string Delete = "projects.delete";
}
