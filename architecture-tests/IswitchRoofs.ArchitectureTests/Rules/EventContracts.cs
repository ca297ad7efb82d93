using System.Reflection;
using IswitchRoofs.ArchitectureTests.Scanning;
using static IswitchRoofs.ArchitectureTests.Rules.Layers;

namespace IswitchRoofs.ArchitectureTests.Rules;

internal static class EventContracts
{
    internal const string IntegrationEvent = "IswitchRoofs.IntegrationEvents.IIntegrationEvent";

    private static readonly HashSet<Type> Scalars =
        [typeof(string), typeof(Guid), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly), typeof(TimeSpan), typeof(int), typeof(long), typeof(decimal), typeof(double), typeof(bool)];

    /// <summary>IE-1, the compiled half: the project file is looked at by <c>ProjectFiles</c>.</summary>
    public static Outcome ReferencesNothing(CodeBase code) =>
        Outcome.Over(
            code.IntegrationEvents.Scan.References,
            reference => $"{code.IntegrationEvents.Name} -> {reference}",
            reference => Objections((!reference.StartsWith("System.", StringComparison.Ordinal), "is not the base library")));

    /// <summary>IE-2</summary>
    public static Outcome AreSealedRecords(CodeBase code)
    {
        var carried = Events(code).SelectMany(CarriedData).ToHashSet();
        return Outcome.Over(
            code.IntegrationEvents.Types.Where(type => TypeQuestions.NameOf(type) != IntegrationEvent),
            type => Objections(
                (!type.IsSealed || !type.IsRecordClass(), "is not a sealed record"),
                (!type.Implements(IntegrationEvent) && !carried.Contains(type), "is neither an event nor data that an event carries")));
    }

    /// <summary>IE-3</summary>
    public static Outcome CarryOnlyPlainData(CodeBase code) =>
        Outcome.Over(
            code.IntegrationEvents.Types.Where(type => type is { IsInterface: false }),
            type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).SelectMany(property => Objections(
                (property.SetMethod is { } setter && !setter.IsInitOnly(), $"can be changed: {property.Name}"),
                (property.SetMethod is null, $"computes {property.Name}, so a stored event would read differently"),
                (!IsPlain(property.PropertyType, type.Assembly), $"carries {property.Name} of type {property.PropertyType.Name}"))));

    /// <summary>IE-4</summary>
    public static Outcome BelongToOnePublisher(CodeBase code)
    {
        var events = Events(code).ToList();
        var names = events.ToDictionary(type => type.FullName!);
        var homes = Outcome.Over(events, type => Objections((FolderOf(type) is null, $"lives in {type.Namespace}, which is no module's folder")));
        var makers = Outcome.Over(
            code.Modules.Concat(code.Host).SelectMany(assembly => assembly.Scanned),
            type => type.Members
                .Where(use => use.Constructs && names.ContainsKey(use.Type.FullName))
                .Where(use => FolderOf(names[use.Type.FullName]) is not { } module || type.Outermost != $"IswitchRoofs.{module}.Application.{module}EventMap")
                .Select(use => $"makes {use.Type.FullName}, which only its module's event map may"));
        return homes.And(makers);
    }

    internal static IEnumerable<Type> Events(CodeBase code) =>
        code.IntegrationEvents.Types.Where(type => type.IsClass && type.Implements(IntegrationEvent));

    internal static string? FolderOf(Type type) =>
        CodeBase.ModuleNames.FirstOrDefault(module => type.Namespace == $"IswitchRoofs.IntegrationEvents.{module}");

    private static IEnumerable<Type> CarriedData(Type type) => type.GetProperties()
        .SelectMany(property => property.PropertyType.Unfold())
        .Where(data => data.Assembly == type.Assembly && data != type)
        .SelectMany(data => CarriedData(data).Prepend(data));

    private static bool IsPlain(Type type, Assembly contracts)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
            return IsPlain(value, contracts);
        if (type.IsGenericType)
            return type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) && IsPlain(type.GetGenericArguments()[0], contracts);
        return Scalars.Contains(type) || (type.Assembly == contracts && type.IsRecordClass());
    }
}
