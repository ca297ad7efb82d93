using System.Reflection;
using System.Text.RegularExpressions;
using IswitchRoofs.ArchitectureTests.Scanning;

namespace IswitchRoofs.ArchitectureTests.Rules;

/// <summary>docs/events.md, whose table is what the code says.</summary>
internal static partial class EventCatalogue
{
    private const string Begin = "<!-- events: made by the architecture tests; run them with UPDATE_DOCS=1 -->";
    private const string End = "<!-- events: end -->";

    internal sealed record Entry(Type Event, string Module, IReadOnlyList<string> Aliases, IReadOnlyList<string> Consumers);

    public static IReadOnlyList<Entry> Read(CodeBase code, IEnumerable<Type> events)
    {
        var aliases = CodeBase.ModuleNames.SelectMany(module => AliasesOf(code, module)).ToLookup(alias => alias.Value, alias => alias.Key);
        var consumers = Reachability.Consumers(code)
            .SelectMany(consumer => consumer.GetInterfaces()
                .Where(contract => TypeQuestions.NameOf(contract) == "MassTransit.IConsumer`1")
                .Select(contract => (Event: contract.GetGenericArguments()[0], Consumer: consumer)))
            .ToLookup(one => one.Event, one => $"{OwnerOf(one.Consumer)}.{one.Consumer.Name.Split('`')[0]}");
        return [.. events
            .Select(type => new Entry(type, EventContracts.FolderOf(type) ?? "?", [.. aliases[type]], [.. consumers[type].Distinct().Order(StringComparer.Ordinal)]))
            .OrderBy(entry => entry.Module, StringComparer.Ordinal).ThenBy(entry => entry.Event.Name, StringComparer.Ordinal)];
    }

    /// <summary>IE-5: one alias for each event, made of the module's and the event's name, so that a rename is a decision.</summary>
    public static Outcome AliasesAreStable(IReadOnlyList<Entry> entries) =>
        Outcome.Over(entries, entry => entry.Event.FullName!, entry => entry.Aliases switch
            {
                [] => ["has no alias"],
                [var alias] => Layers.Objections((
                    !AliasShape().IsMatch(alias) || !alias.StartsWith($"{entry.Module.ToLowerInvariant()}.{Kebab(entry.Event.Name)}.v", StringComparison.Ordinal),
                    $"is stored as {alias}, not as {entry.Module.ToLowerInvariant()}.{Kebab(entry.Event.Name)}.v1")),
                _ => [$"has {entry.Aliases.Count} aliases: {string.Join(", ", entry.Aliases)}"],
            })
            .And(new Outcome([], [.. entries.SelectMany(entry => entry.Aliases).GroupBy(alias => alias).Where(alias => alias.Count() > 1).Select(alias => $"  {alias.Key} names {alias.Count()} events")]));

    /// <summary>IE-5: the document says what the code does.</summary>
    public static Outcome DocumentIsTrue(IReadOnlyList<Entry> entries, string document)
    {
        var written = Section(document).Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).ToHashSet();
        var actual = entries.Select(Row).ToList();
        return new Outcome(
            [.. entries.Select(entry => entry.Event.Name)],
            [.. actual.Where(row => !written.Contains(row)).Select(row => $"  missing or different in docs/events.md: {row}"),
             .. written.Except(actual).Select(row => $"  no longer true in docs/events.md: {row}")]);
    }

    public static string Update(IReadOnlyList<Entry> entries, string document)
    {
        var (start, end) = Bounds(document);
        var table = string.Join('\n', entries.Select(Row).Prepend("| --- | --- | --- | --- |").Prepend("| event | published by | consumed by | carries, besides its id and time |"));
        return $"{document[..start]}\n{table}\n{document[end..]}";
    }

    private static string Row(Entry entry) =>
        $"| `{string.Join(", ", entry.Aliases.DefaultIfEmpty("?"))}` | {entry.Module} | {string.Join(", ", entry.Consumers.DefaultIfEmpty("nobody yet"))} | {string.Join(", ", Fields(entry.Event))} |";

    private static IEnumerable<string> Fields(Type type)
    {
        var nullability = new NullabilityInfoContext();
        return type.GetProperties()
            .Where(property => property.Name is not ("EventId" or "OccurredAt"))
            .Select(property => Snake(property.Name)
                + (property.PropertyType.IsGenericType && Nullable.GetUnderlyingType(property.PropertyType) is null ? "[]" : "")
                + (nullability.Create(property).ReadState == NullabilityState.Nullable ? "?" : ""));
    }

    private static string OwnerOf(Type consumer) => CodeBase.ModuleOf(consumer.Assembly.GetName().Name!) ?? "Host";

    private static IEnumerable<KeyValuePair<string, Type>> AliasesOf(CodeBase code, string module)
    {
        var map = code.Layer(module, "Application").Select(assembly => assembly.Assembly.GetType($"IswitchRoofs.{module}.Application.{module}EventMap")).SingleOrDefault();
        if (map is null)
            return [];
        return (IReadOnlyDictionary<string, Type>)map.GetProperty("Aliases")!.GetValue(Activator.CreateInstance(map, nonPublic: true))!;
    }

    private static string Section(string document)
    {
        var (start, end) = Bounds(document);
        return document[start..end];
    }

    private static (int Start, int End) Bounds(string document)
    {
        var start = document.IndexOf(Begin, StringComparison.Ordinal);
        var end = document.IndexOf(End, StringComparison.Ordinal);
        (start >= 0 && end > start).ShouldBeTrue($"docs/events.md needs its table between '{Begin}' and '{End}'");
        return (start + Begin.Length, end);
    }

    private static string Kebab(string name) => WordStart().Replace(name, "-").ToLowerInvariant();

    private static string Snake(string name) => WordStart().Replace(name, "_").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex WordStart();

    [GeneratedRegex(@"^[a-z]+\.[a-z0-9-]+\.v[1-9][0-9]*$")]
    private static partial Regex AliasShape();
}
