using System.Reflection;

namespace IswitchRoofs.ArchitectureTests.Scanning;

/// <summary>The assemblies a rule looks at: ours, or a canary's few that carry the same names.</summary>
internal sealed class CodeBase(IEnumerable<CodeAssembly> assemblies)
{
    private readonly Dictionary<string, CodeAssembly> _assemblies = assemblies.ToDictionary(assembly => assembly.Name);

    public static IReadOnlyList<string> ModuleNames { get; } = ["Customers", "Leads", "Projects", "Scheduling", "Analytics", "Identity"];

    public static IReadOnlyList<string> LayerNames { get; } = ["Domain", "Application", "Infrastructure"];

    public static IReadOnlyList<string> SharedNames { get; } =
        ["IswitchRoofs.SharedKernel", "IswitchRoofs.IntegrationEvents", "IswitchRoofs.Shared.Application", "IswitchRoofs.Shared.Infrastructure"];

    public const string HostName = "IswitchRoofs.Host";

    public static CodeBase Ours { get; } = new(
        ModuleNames.SelectMany(module => LayerNames.Select(layer => $"IswitchRoofs.{module}.{layer}"))
            .Concat(SharedNames)
            .Append(HostName)
            .Select(name => new CodeAssembly(name, () => Assembly.Load(new AssemblyName(name)))));

    public IEnumerable<CodeAssembly> All => _assemblies.Values;

    public IEnumerable<CodeAssembly> Modules => All.Where(assembly => ModuleOf(assembly.Name) is not null);

    public IEnumerable<CodeAssembly> Shared => All.Where(assembly => SharedNames.Contains(assembly.Name));

    public IEnumerable<CodeAssembly> Host => Named(HostName);

    public CodeAssembly IntegrationEvents => _assemblies["IswitchRoofs.IntegrationEvents"];

    public IEnumerable<CodeAssembly> Named(string name) => _assemblies.TryGetValue(name, out var found) ? [found] : [];

    public IEnumerable<CodeAssembly> Module(string module) => All.Where(assembly => ModuleOf(assembly.Name) == module);

    public IEnumerable<CodeAssembly> Layer(string layer) => Modules.Where(assembly => assembly.Name.EndsWith("." + layer, StringComparison.Ordinal));

    public IEnumerable<CodeAssembly> Layer(string module, string layer) => Named($"IswitchRoofs.{module}.{layer}");

    public static string? ModuleOf(string assembly) =>
        assembly.Split('.') is ["IswitchRoofs", var module, var layer] && ModuleNames.Contains(module) && LayerNames.Contains(layer) ? module : null;

    public static string? LayerOf(string assembly) => ModuleOf(assembly) is null ? null : assembly.Split('.')[2];
}
