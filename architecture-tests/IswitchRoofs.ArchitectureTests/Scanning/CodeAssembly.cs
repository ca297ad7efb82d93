using System.Reflection;

namespace IswitchRoofs.ArchitectureTests.Scanning;

internal sealed class CodeAssembly(string name, Func<Assembly> load)
{
    private readonly Lazy<Assembly> _assembly = new(load);

    public string Name => name;

    public Assembly Assembly => _assembly.Value;

    public AssemblyScan Scan => AssemblyScan.Of(Assembly.Location);

    public IEnumerable<ScannedType> Scanned => Scan.Types.Where(type => type.WrittenByHand);

    /// <summary>Types a person wrote, without what the compiler and source generators add.</summary>
    public IEnumerable<Type> Types => Assembly.GetTypes().Where(IsWrittenByHand);

    private static bool IsWrittenByHand(Type type) =>
        !type.FullName!.Contains('<', StringComparison.Ordinal)
        && !type.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute), inherit: false)
        && !type.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute), inherit: false)
        && type.Namespace?.StartsWith("IswitchRoofs", StringComparison.Ordinal) == true;
}
