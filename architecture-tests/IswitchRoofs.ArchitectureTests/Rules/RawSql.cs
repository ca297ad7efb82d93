using System.Text.RegularExpressions;
using IswitchRoofs.ArchitectureTests.Scanning;

namespace IswitchRoofs.ArchitectureTests.Rules;

/// <summary>
/// The back door no type rule sees. P-2 for text: a string that reads like SQL and names a table of another schema.
/// </summary>
internal static partial class RawSql
{
    private static readonly Dictionary<string, Regex> Mentions = CodeBase.ModuleNames.ToDictionary(
        module => module,
        module => new Regex($"(?<![\\w.@/-])\"?{SchemaOf(module)}\"?(\\s+\\.\\s*|\\.)\"?[a-z_]", RegexOptions.IgnoreCase | RegexOptions.Compiled));

    public static string SchemaOf(string module) => module.ToLowerInvariant();

    public static Outcome StaysInItsSchema(CodeBase code, string module) =>
        Outcome.Over(
            code.Module(module).SelectMany(assembly => assembly.Scanned),
            type => type.Strings.SelectMany(text => CodeBase.ModuleNames
                .Where(other => other != module && Reaches(text, other))
                .Select(other => $"reaches into schema {SchemaOf(other)}: {Shorten(text)}")));

    /// <summary>Shared and Host own no schema at all.</summary>
    public static Outcome OwnersOfNoSchemaNameNone(CodeBase code) =>
        Outcome.Over(
            code.Shared.Concat(code.Host).SelectMany(assembly => assembly.Scanned),
            type => type.Strings.SelectMany(text => CodeBase.ModuleNames
                .Where(module => Reaches(text, module))
                .Select(module => $"reaches into schema {SchemaOf(module)}: {Shorten(text)}")));

    private static bool Reaches(string text, string module) =>
        Mentions[module].IsMatch(text)
        && (Sql().IsMatch(text) || text.Contains($"\"{SchemaOf(module)}\".", StringComparison.OrdinalIgnoreCase));

    private static string Shorten(string text)
    {
        var line = Whitespace().Replace(text, " ").Trim();
        return line.Length <= 100 ? line : line[..100] + "...";
    }

    [GeneratedRegex(@"\b(select|insert\s+into|update|delete\s+from|from|join|merge\s+into|truncate|copy|alter\s+table|create|drop|grant|references|lock\s+table|regclass)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Sql();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Whitespace();
}
