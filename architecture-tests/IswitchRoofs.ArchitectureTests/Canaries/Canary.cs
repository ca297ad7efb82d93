using System.Reflection;
using System.Runtime.Loader;
using IswitchRoofs.ArchitectureTests.Scanning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IswitchRoofs.ArchitectureTests.Canaries;

/// <summary>
/// Compiles a few lines that break a rule into assemblies with our names, so that the rule meets the canary exactly
/// as it meets the real code.
/// </summary>
internal static class Canary
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;

        """;

    private static readonly string Home = CreateHome();

    private static readonly Dictionary<string, MetadataReference> Platform =
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => CodeBase.ModuleOf(Path.GetFileNameWithoutExtension(path)) is null && Path.GetFileNameWithoutExtension(path) != CodeBase.HostName)
            .DistinctBy(path => Path.GetFileNameWithoutExtension(path))
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path)!, path => (MetadataReference)MetadataReference.CreateFromFile(path));

    /// <param name="sources">Assembly name and source, each free to use the ones before it.</param>
    public static CodeBase Compile(params (string Assembly, string Source)[] sources)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Home, Guid.NewGuid().ToString("N"))).FullName;
        var names = sources.Select(source => source.Assembly).ToHashSet();
        var references = Platform.Where(reference => !names.Contains(reference.Key)).Select(reference => reference.Value).ToList();
        var context = new CanaryLoadContext(folder, names);
        var assemblies = new List<CodeAssembly>();
        foreach (var (name, source) in sources)
        {
            var path = Path.Combine(folder, $"{name}.dll");
            var outcome = CSharpCompilation.Create(
                    name,
                    [CSharpSyntaxTree.ParseText(Usings), CSharpSyntaxTree.ParseText(source)],
                    references,
                    new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable))
                .Emit(path);
            outcome.Success.ShouldBeTrue(string.Join(Environment.NewLine, outcome.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
            references.Add(MetadataReference.CreateFromFile(path));
            assemblies.Add(new CodeAssembly(name, () => context.LoadFromAssemblyPath(path)));
        }
        return new CodeBase(assemblies);
    }

    public static CodeBase Compile(string assembly, string source) => Compile((assembly, source));

    /// <summary>A folder for canaries made of files: solutions, project files, documents.</summary>
    public static string Folder(params (string Path, string Text)[] files)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Home, Guid.NewGuid().ToString("N"))).FullName;
        foreach (var (path, text) in files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
        return folder;
    }

    private static string CreateHome()
    {
        var home = Directory.CreateTempSubdirectory("iswitchroofs-canaries-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(home, recursive: true);
        return home;
    }

    private sealed class CanaryLoadContext(string folder, HashSet<string> names) : AssemblyLoadContext("canary")
    {
        protected override Assembly? Load(AssemblyName assemblyName) =>
            names.Contains(assemblyName.Name!) ? LoadFromAssemblyPath(Path.Combine(folder, $"{assemblyName.Name}.dll")) : null;
    }
}
