using System.Text.RegularExpressions;
using System.Xml.Linq;
using IswitchRoofs.ArchitectureTests.Scanning;
using static IswitchRoofs.ArchitectureTests.Rules.Layers;

namespace IswitchRoofs.ArchitectureTests.Rules;

/// <summary>Rules over the files on disk: what is not referenced cannot be compiled, so this is the first fence.</summary>
internal static partial class ProjectFiles
{
    private static readonly string[] Shared = [.. CodeBase.SharedNames];
    private static readonly string[] ApplicationPackages = ["Mapster", "Microsoft.Extensions.Caching.Abstractions", "Microsoft.Extensions.Logging.Abstractions"];
    private static readonly string[] TestOnlyPackages = ["xunit", "Shouldly", "NetArchTest.Rules", "Bogus", "CsCheck", "Microsoft.NET.Test.Sdk", "Microsoft.Playwright", "Microsoft.AspNetCore.Mvc.Testing", "BenchmarkDotNet"];

    private sealed record Project(string Name, string Folder, XDocument Xml)
    {
        public IEnumerable<string> References => Items("ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')));

        public IEnumerable<string> Packages => Items("PackageReference");

        public IEnumerable<string> Frameworks => Items("FrameworkReference");

        private IEnumerable<string> Items(string name) => Xml.Descendants(name).Select(item => (string?)item.Attribute("Include")).OfType<string>();
    }

    /// <summary>P-1, the arrows: exactly the graph of the architecture, nothing more and nothing less.</summary>
    public static Outcome ReferenceGraph(string root)
    {
        var projects = Read(root).ToList();
        var missing = Expected().Where(name => projects.All(project => project.Name != name)).Select(name => $"  {name} does not exist");
        return Outcome.Over(
                projects.Where(project => project.Folder != "benchmarks"),
                project => project.Name,
                project => Allowed(project) is not { } allowed
                    ? ["is not part of the reference graph"]
                    : project.References.Except(allowed.May).Select(extra => $"must not reference {extra}")
                        .Concat(allowed.Must.Except(project.References).Select(absent => $"must reference {absent}"))
                        .Concat(project.References.GroupBy(name => name).Where(name => name.Count() > 1).Select(name => $"references {name.Key} twice")))
            .And(new Outcome([], [.. missing]));
    }

    /// <summary>P-1, the packages of each layer; IE-1 as far as the project file says it.</summary>
    public static Outcome Packages(string root) =>
        Outcome.Over(
            Read(root).Where(project => project.Folder == "src"),
            project => project.Name,
            project =>
            {
                var allowed = CodeBase.LayerOf(project.Name) switch
                {
                    "Domain" => [],
                    "Application" => ApplicationPackages,
                    _ => project.Name is "IswitchRoofs.SharedKernel" or "IswitchRoofs.IntegrationEvents" ? [] : (string[]?)null,
                };
                return allowed is null
                    ? project.Packages.Intersect(TestOnlyPackages).Select(package => $"must not use the test package {package}")
                    : project.Packages.Except(allowed).Select(package => $"must not use the package {package}")
                        .Concat(project.Frameworks.Select(framework => $"must not use the framework {framework}"));
            });

    /// <summary>P-3</summary>
    public static Outcome SolutionShape(string root)
    {
        var projects = Read(root).ToList();
        var listed = SolutionProject().Matches(File.ReadAllText(Path.Combine(root, "IswitchRoofs.sln"))).Select(match => match.Groups["path"].Value.Replace('\\', '/')).ToHashSet();
        var onDisk = Files(root).Select(file => Path.GetRelativePath(root, file).Replace('\\', '/')).ToHashSet();
        var files = new Outcome(
            [.. onDisk],
            [.. onDisk.Except(listed).Select(path => $"  {path} is not in the solution"), .. listed.Except(onDisk).Select(path => $"  {path} is in the solution but not on disk")]);

        var names = Outcome.Over(projects, project => project.Name, project => Objections(
            (project.Xml.Descendants("RootNamespace").Any(), "names a root namespace other than its own"),
            (project.Xml.Descendants("AssemblyName").Any(), "names an assembly other than itself")));
        var modules = Path.Combine(root, "src", "Modules");
        var folders = Outcome.Over(
            Directory.GetDirectories(modules).Select(folder => Path.GetFileName(folder)!),
            module => $"src/Modules/{module}",
            module =>
            {
                var expected = CodeBase.LayerNames.Select(layer => $"IswitchRoofs.{module}.{layer}").ToHashSet();
                var actual = Directory.GetDirectories(Path.Combine(modules, module)).Select(folder => Path.GetFileName(folder)!).ToHashSet();
                return Objections((!CodeBase.ModuleNames.Contains(module), "is not a module we know"))
                    .Concat(actual.Except(expected).Select(extra => $"must not contain {extra}"))
                    .Concat(expected.Except(actual).Select(absent => $"must contain {absent}"))
                    .Concat(expected.Where(name => actual.Contains(name) && !File.Exists(Path.Combine(modules, module, name, $"{name}.csproj"))).Select(name => $"has no project file {name}.csproj"));
            });
        return files.And(names).And(folders);
    }

    private static (string[] Must, string[] May)? Allowed(Project project)
    {
        if (CodeBase.ModuleOf(project.Name) is { } module)
            return CodeBase.LayerOf(project.Name) switch
            {
                "Domain" => Exactly("IswitchRoofs.SharedKernel"),
                "Application" => Exactly($"IswitchRoofs.{module}.Domain", "IswitchRoofs.SharedKernel", "IswitchRoofs.Shared.Application", "IswitchRoofs.IntegrationEvents"),
                _ => Exactly([$"IswitchRoofs.{module}.Domain", $"IswitchRoofs.{module}.Application", .. Shared]),
            };
        return project.Name switch
        {
            "IswitchRoofs.SharedKernel" or "IswitchRoofs.IntegrationEvents" => Exactly(),
            "IswitchRoofs.Shared.Application" => Exactly("IswitchRoofs.SharedKernel", "IswitchRoofs.IntegrationEvents"),
            "IswitchRoofs.Shared.Infrastructure" => Exactly("IswitchRoofs.SharedKernel", "IswitchRoofs.IntegrationEvents", "IswitchRoofs.Shared.Application"),
            CodeBase.HostName => Exactly([.. CodeBase.ModuleNames.SelectMany(name => new[] { $"IswitchRoofs.{name}.Application", $"IswitchRoofs.{name}.Infrastructure" }), .. Shared]),
            "IswitchRoofs.ArchitectureTests" => Exactly([.. CodeBase.ModuleNames.SelectMany(AllLayers), .. Shared, CodeBase.HostName, "IswitchRoofs.TestKit"]),
            "IswitchRoofs.TestKit" or "IswitchRoofs.Shared.Tests" => Within([.. Shared, "IswitchRoofs.TestKit"], except: project.Name),
            _ when project.Name.Split('.') is ["IswitchRoofs", var tested, "Tests"] => CodeBase.ModuleNames.Contains(tested)
                ? Exactly([.. AllLayers(tested), .. Shared, "IswitchRoofs.TestKit"])
                // Tests of the whole program: from outside, never through a module.
                : Within([CodeBase.HostName, .. Shared, "IswitchRoofs.TestKit"], except: project.Name),
            _ => null,
        };

        static (string[], string[])? Exactly(params string[] names) => (names, names);
        static (string[], string[])? Within(string[] names, string except) => ([], [.. names.Where(name => name != except)]);
        static IEnumerable<string> AllLayers(string module) => CodeBase.LayerNames.Select(layer => $"IswitchRoofs.{module}.{layer}");
    }

    private static IEnumerable<string> Expected() =>
        CodeBase.ModuleNames.SelectMany(module => CodeBase.LayerNames.Select(layer => $"IswitchRoofs.{module}.{layer}").Append($"IswitchRoofs.{module}.Tests"))
            .Concat(Shared)
            .Concat([CodeBase.HostName, "IswitchRoofs.Shared.Tests", "IswitchRoofs.Host.Tests", "IswitchRoofs.TestKit", "IswitchRoofs.ArchitectureTests"]);

    private static IEnumerable<Project> Read(string root) =>
        Files(root).Select(file => new Project(Path.GetFileNameWithoutExtension(file), Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar)[0], XDocument.Load(file)));

    private static IEnumerable<string> Files(string root) =>
        new[] { "src", "tests", "architecture-tests", "benchmarks" }
            .Select(folder => Path.Combine(root, folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories))
            .Where(file => !file.Contains("node_modules", StringComparison.Ordinal));

    [GeneratedRegex("^Project\\(\"[^\"]+\"\\) = \"[^\"]+\", \"(?<path>[^\"]+\\.csproj)\"", RegexOptions.Multiline)]
    private static partial Regex SolutionProject();
}
