using IswitchRoofs.ArchitectureTests.Scanning;
using NetArchTest.Rules;
using TypeName = IswitchRoofs.ArchitectureTests.Scanning.TypeName;

namespace IswitchRoofs.ArchitectureTests.Rules;

/// <summary>
/// "These assemblies must not depend on that": asked twice. NetArchTest answers in the words architects know; the
/// metadata scan sees the shapes it cannot and names the culprit.
/// </summary>
internal static class Dependencies
{
    public static Outcome None(IEnumerable<CodeAssembly> from, IReadOnlyCollection<string> namespaces, Func<TypeName, bool> forbidden)
    {
        var assemblies = from.ToList();
        var scan = Outcome.Over(
            assemblies.SelectMany(assembly => assembly.Scanned),
            type => type.Uses.Where(forbidden).Select(used => $"uses {used}"));

        // The TypeRef table is the last word: it lists what no type walk can attribute, assembly attributes for instance.
        var table = new Outcome([], [.. assemblies.SelectMany(assembly => assembly.Scan.TypeReferences
            .Where(forbidden)
            .Where(reference => !assembly.Scan.Types.Any(type => type.Uses.Contains(reference)))
            .Select(reference => $"  {assembly.Name} refers to {reference}"))]);

        return scan.And(table).And(NetArchTest(assemblies, [.. namespaces]));
    }

    private static Outcome NetArchTest(List<CodeAssembly> assemblies, string[] namespaces)
    {
        if (assemblies.Count == 0 || namespaces.Length == 0)
            return new Outcome([], []);
        var outcome = Types.InAssemblies(assemblies.Select(assembly => assembly.Assembly))
            .ShouldNot().HaveDependencyOnAny(namespaces)
            .GetResult();
        return new Outcome([], outcome.IsSuccessful ? [] : [.. outcome.FailingTypeNames.Select(name => $"  {name} depends on one of {string.Join(", ", namespaces)} (NetArchTest)")]);
    }

    public static bool Under(this TypeName type, params ReadOnlySpan<string> namespaceRoots)
    {
        foreach (var root in namespaceRoots)
            if (type.Namespace == root || type.Namespace.StartsWith(root + ".", StringComparison.Ordinal))
                return true;
        return false;
    }
}
