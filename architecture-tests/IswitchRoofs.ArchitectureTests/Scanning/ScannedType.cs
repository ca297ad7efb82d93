namespace IswitchRoofs.ArchitectureTests.Scanning;

/// <summary>A type as metadata names it: nested types with '+', generic arity with '`'.</summary>
internal readonly record struct TypeName(string Assembly, string Namespace, string FullName)
{
    public override string ToString() => $"{FullName} ({Assembly})";
}

internal readonly record struct MemberUse(TypeName Type, string Member, bool Constructs);

/// <summary>One type definition and everything its metadata and its method bodies mention.</summary>
internal sealed class ScannedType
{
    public required TypeName Name { get; init; }

    public HashSet<TypeName> Uses { get; } = [];

    public HashSet<MemberUse> Members { get; } = [];

    public HashSet<string> Strings { get; } = [];

    /// <summary>Lambdas, state machines and nested types belong to the type a reader would open.</summary>
    public string Outermost => Name.FullName.Split('+')[0];

    public string ShortName => Outermost[(Outermost.LastIndexOf('.') + 1)..];

    public bool In(string namespaceRoot) =>
        Name.Namespace == namespaceRoot || Name.Namespace.StartsWith(namespaceRoot + ".", StringComparison.Ordinal);

    public bool WrittenByHand => !Outermost.StartsWith('<') && !Outermost.StartsWith("Microsoft.CodeAnalysis.", StringComparison.Ordinal)
        && !Outermost.StartsWith("System.Runtime.CompilerServices.", StringComparison.Ordinal)
        && !Outermost.StartsWith("System.Text.RegularExpressions.Generated.", StringComparison.Ordinal);
}
