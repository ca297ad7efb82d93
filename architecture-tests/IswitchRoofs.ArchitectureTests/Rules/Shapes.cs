using System.Reflection;
using System.Text.RegularExpressions;
using IswitchRoofs.ArchitectureTests.Scanning;
using static IswitchRoofs.ArchitectureTests.Rules.Layers;

namespace IswitchRoofs.ArchitectureTests.Rules;

internal static partial class Shapes
{
    internal const string UseCase = "IswitchRoofs.Shared.Application.IUseCase";
    internal const string DomainEvent = "IswitchRoofs.SharedKernel.Domain.IDomainEvent";
    internal const string Entity = "IswitchRoofs.SharedKernel.Domain.Entity";
    internal const string AggregateRoot = "IswitchRoofs.SharedKernel.Domain.AggregateRoot";
    internal const string Specification = "IswitchRoofs.SharedKernel.Specifications.Specification`1";
    internal const string ProjectingSpecification = "IswitchRoofs.SharedKernel.Specifications.Specification`2";
    internal const string Result = "IswitchRoofs.SharedKernel.Results.Result";
    internal const string ResultOf = "IswitchRoofs.SharedKernel.Results.Result`1";

    private static readonly (string Type, string Member)[] Clocks =
    [
        ("System.DateTime", "get_Now"), ("System.DateTime", "get_UtcNow"), ("System.DateTime", "get_Today"),
        ("System.DateTimeOffset", "get_Now"), ("System.DateTimeOffset", "get_UtcNow"),
        ("System.TimeProvider", "get_System"), ("System.Guid", "NewGuid"),
    ];

    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>S-1</summary>
    public static Outcome UseCases(CodeBase code, string module) =>
        Outcome.Over(
            code.Module(module).SelectMany(assembly => assembly.Types).Where(type => type.IsClass && type.Implements(UseCase)),
            type => Objections(
                    (CodeBase.LayerOf(type.Assembly.GetName().Name!) != "Application", "lives outside Application"),
                    (!type.IsPublic, "is not public"),
                    (!type.IsSealed, "is not sealed"),
                    (!type.Name.EndsWith("Handler", StringComparison.Ordinal), "is not named ...Handler"))
                .Concat(ObjectionsToHandleAsync(type)));

    /// <summary>S-2</summary>
    public static Outcome DomainEvents(CodeBase code) =>
        Outcome.Over(
            code.Modules.SelectMany(assembly => assembly.Types).Where(type => type is { IsInterface: false, IsAbstract: false } && type.Implements(DomainEvent)),
            type => Objections(
                (CodeBase.LayerOf(type.Assembly.GetName().Name!) != "Domain", "lives outside Domain"),
                (!type.IsSealed || !type.IsRecordClass(), "is not a sealed record"),
                (!SaysWhatHappened(type.Name), "is not named in the past tense")));

    /// <summary>S-3</summary>
    public static Outcome Entities(CodeBase code, string module) =>
        Outcome.Over(
            code.Module(module).SelectMany(assembly => assembly.Types).Where(type => IsEntity(type) && !type.IsAbstract),
            type => Objections(
                    (CodeBase.LayerOf(type.Assembly.GetName().Name!) != "Domain", "lives outside Domain"),
                    (type.GetConstructors().Length > 0, "has a public constructor"),
                    (!type.GetConstructors(Everything).Any(constructor => constructor.IsPrivate && constructor.GetParameters().Length == 0), "has no private parameterless constructor"))
                .Concat(type.GetProperties()
                    .Where(property => property.SetMethod is { IsPublic: true } && property.DeclaringType!.Assembly == type.Assembly)
                    .Select(property => $"has a public setter: {property.Name}"))
                .Concat(type.GetFields(Everything)
                    .SelectMany(field => field.FieldType.Unfold())
                    .Concat(type.GetProperties(Everything).SelectMany(property => property.PropertyType.Unfold()))
                    .Where(held => held.Inherits(AggregateRoot) || held.ArgumentsOf(AggregateRoot + "`1").Length > 0)
                    .Select(held => $"holds the aggregate {held.Name} instead of its id")));

    /// <summary>S-4: what is neither entity nor event nor service in a Domain and has state is a value.</summary>
    public static Outcome ValueObjects(CodeBase code) =>
        Outcome.Over(
            code.Layer("Domain").SelectMany(assembly => assembly.Types)
                .Where(type => type is { IsEnum: false, IsInterface: false } && (type.IsValueType || type.IsRecordClass()))
                .Concat(code.Named("IswitchRoofs.SharedKernel").SelectMany(assembly => assembly.Types)
                    .Where(type => type is { IsPublic: true, IsEnum: false, IsInterface: false } && !type.IsStatic() && type.Namespace == "IswitchRoofs.SharedKernel.ValueObjects")),
            type => type.IsValueType
                ? Objections((!type.IsRecordStruct() || !type.IsReadOnlyStruct(), "is not a readonly record struct"))
                : Objections((!type.IsRecordClass() || !(type.IsSealed || type.IsAbstract), "is not a sealed record")));

    /// <summary>S-5</summary>
    public static Outcome Specifications(CodeBase code) =>
        Outcome.Over(
            code.Modules.Concat(code.Host).SelectMany(assembly => assembly.Types)
                .Where(type => !type.IsAbstract && (type.Inherits(Specification) || type.Inherits(ProjectingSpecification))),
            type => Objections(
                (!type.IsSealed, "is not sealed"),
                (CodeBase.LayerOf(type.Assembly.GetName().Name!) is not ("Domain" or "Application"), "lives outside Domain and Application")));

    /// <summary>S-6</summary>
    public static Outcome NothingReadsTheWallClock(CodeBase code, string module) =>
        Outcome.Over(
            code.Layer(module, "Domain").Concat(code.Layer(module, "Application")).SelectMany(assembly => assembly.Scanned),
            type => type.Members
                .Where(use => Clocks.Contains((use.Type.FullName, use.Member)))
                .Select(use => $"calls {use.Type.FullName}.{use.Member}"));

    internal static bool IsEntity(Type type) =>
        type.Inherits(Entity) || type.Inherits(Entity + "`1") || type.Inherits(AggregateRoot) || type.Inherits(AggregateRoot + "`1");

    private static IEnumerable<string> ObjectionsToHandleAsync(Type type)
    {
        var methods = type.GetMethods().Where(method => method.Name == "HandleAsync").ToList();
        if (methods is not [var handle])
            return [$"has {methods.Count} HandleAsync methods"];
        var parameters = handle.GetParameters().Select(parameter => parameter.ParameterType).ToList();
        // Beside the request may stand what the body does not carry: the id from the route, the version from If-Match.
        var requests = parameters.Where(type => type != typeof(CancellationToken) && type != typeof(Guid) && type != typeof(uint?)).ToList();
        var request = requests is [var only] ? only : null;
        return Objections(
            (parameters.LastOrDefault() != typeof(CancellationToken), "HandleAsync does not end with a CancellationToken"),
            (!ReturnsResult(handle), "HandleAsync returns neither Task<Result> nor Task<Result<T>>"),
            (request is null, $"HandleAsync takes {requests.Count} requests"),
            (request is not null && !(request.IsSealed && request.IsRecordClass()), $"its request {request?.Name} is not a sealed record"),
            (request is not null && request.Namespace != type.Namespace, $"its request lives in {request?.Namespace}"));
    }

    private static bool ReturnsResult(MethodInfo method) =>
        method.ReturnType.IsGenericType
        && method.ReturnType.GetGenericTypeDefinition() == typeof(Task<>)
        && TypeQuestions.NameOf(method.ReturnType.GetGenericArguments()[0]) is Result or ResultOf;

    // LeadCaptured, LeadFoundNobody, LeadTakenBack: after what it happened to, one word says what happened.
    private static bool SaysWhatHappened(string name) =>
        !name.EndsWith("Event", StringComparison.Ordinal) && WordStart().Split(name).Skip(1).Any(word => PastTense().IsMatch(word));

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex WordStart();

    [GeneratedRegex("(ed|^Won|^Lost|^Sent|^Made|^Met|^Paid|^Left|^Set|^Held|^Written|^Withdrawn|^Chosen|^Taken|^Took|^Given|^Gave|^Gone|^Went|^Came|^Found|^Kept|^Built|^Begun|^Began|^Became)$")]
    private static partial Regex PastTense();
}
