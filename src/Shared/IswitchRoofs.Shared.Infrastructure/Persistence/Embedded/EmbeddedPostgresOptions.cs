using Microsoft.Extensions.Configuration;

namespace IswitchRoofs.Shared.Infrastructure.Persistence.Embedded;

public sealed record EmbeddedPostgresOptions
{
    /// <summary>Absolute path; the server lives in its subfolder <c>postgres</c>.</summary>
    public required string Directory { get; init; }

    /// <summary>Folder with <c>postgres</c>, <c>initdb</c> and <c>pg_ctl</c>; searched for when absent.</summary>
    public string? Binaries { get; init; }

    public string Database { get; init; } = "iswitchroofs";

    /// <summary>Server settings that are laid over the defaults.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Delete the folder when the server stops, also after this process was killed.</summary>
    public bool Temporary { get; init; }

    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(60);

    public static EmbeddedPostgresOptions From(IConfiguration configuration, string contentRoot)
    {
        var section = configuration.GetSection("Database:Embedded");
        var directory = section["Directory"] is { Length: > 0 } given ? given : ".data";
        return new EmbeddedPostgresOptions
        {
            Directory = Path.GetFullPath(directory, RepositoryOf(contentRoot) ?? contentRoot),
            Binaries = section["Binaries"] is { Length: > 0 } binaries ? binaries : null,
            Settings = section.GetSection("Settings").GetChildren().Where(setting => setting.Value is not null)
                .ToDictionary(setting => setting.Key, setting => setting.Value!, StringComparer.Ordinal),
        };
    }

    /// <summary>The clone a folder lies in, if it lies in one.</summary>
    internal static string? RepositoryOf(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
        {
            if (File.Exists(Path.Combine(current.FullName, "IswitchRoofs.sln"))) return current.FullName;
        }

        return null;
    }
}
