namespace IswitchRoofs.ArchitectureTests.Scanning;

internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "IswitchRoofs.sln")))
                return folder.FullName;
        throw new InvalidOperationException("The tests must run from inside the repository: the project files are part of what they look at.");
    }
}
