using System.Reflection;
using IswitchRoofs.ArchitectureTests.Scanning;

namespace IswitchRoofs.ArchitectureTests.Rules;

internal static class Layers
{
    private static readonly string[] OutsideDomain =
        ["Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "Microsoft.Extensions", "MassTransit", "Mapster", "StackExchange", "Npgsql", "System.Net.Http", "ZiggyCreatures"];

    private static readonly string[] OutsideApplication =
        ["Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "MassTransit", "Npgsql", "StackExchange", "Microsoft.Extensions.Caching.StackExchangeRedis", "ZiggyCreatures"];

    /// <summary>L-1</summary>
    public static Outcome DomainIsPure(CodeBase code, string module) =>
        Dependencies.None(
            code.Layer(module, "Domain"),
            [.. OutsideDomain, $"IswitchRoofs.{module}.Application", $"IswitchRoofs.{module}.Infrastructure", "IswitchRoofs.Shared", "IswitchRoofs.IntegrationEvents"],
            used => used.Under(OutsideDomain)
                || (used.Assembly.StartsWith("IswitchRoofs.", StringComparison.Ordinal)
                    && used.Assembly != $"IswitchRoofs.{module}.Domain"
                    && used.Assembly != "IswitchRoofs.SharedKernel"));

    /// <summary>L-2</summary>
    public static Outcome ApplicationKnowsNoInfrastructure(CodeBase code, string module) =>
        Dependencies.None(
            code.Layer(module, "Application"),
            [.. OutsideApplication, $"IswitchRoofs.{module}.Infrastructure", "IswitchRoofs.Shared.Infrastructure"],
            used => used.Under(OutsideApplication)
                || (used.Assembly.StartsWith("IswitchRoofs.", StringComparison.Ordinal) && used.Assembly.EndsWith(".Infrastructure", StringComparison.Ordinal)));

    /// <summary>L-3</summary>
    public static Outcome MassTransitStaysInMessaging(CodeBase code) =>
        Outcome.Over(
            code.Modules.Concat(code.Shared)
                .Where(assembly => assembly.Name != "IswitchRoofs.Shared.Infrastructure")
                .SelectMany(assembly => assembly.Scanned)
                .Where(type => !type.In($"{type.Name.Assembly}.Messaging") || CodeBase.LayerOf(type.Name.Assembly) != "Infrastructure"),
            type => type.Uses.Where(used => used.Under("MassTransit")).Select(used => $"uses {used}"));

    /// <summary>L-4</summary>
    public static Outcome ConsumersAreThinDoors(CodeBase code) =>
        Outcome.Over(
            code.Modules.Concat(code.Host).SelectMany(assembly => assembly.Types).Where(type => type is { IsClass: true, IsAbstract: false } && type.Implements("MassTransit.IConsumer`1")),
            ObjectionsToConsumer);

    /// <summary>L-5</summary>
    public static Outcome OneDbContext(CodeBase code, string module)
    {
        var contexts = code.Module(module).SelectMany(assembly => assembly.Types).Where(type => type.Inherits("Microsoft.EntityFrameworkCore.DbContext")).ToList();
        return Outcome.Over(contexts, context => Objections(
            (context.IsVisible, "is public"),
            (context.Namespace != $"IswitchRoofs.{module}.Infrastructure.Persistence", $"lives in {context.Namespace}"),
            (contexts.Count > 1, $"is one of {contexts.Count} in {module}")));
    }

    /// <summary>L-6</summary>
    public static Outcome InfrastructureShowsOnlyTheModuleClass(CodeBase code, string module) =>
        Outcome.Over(
            code.Layer(module, "Infrastructure")
                .SelectMany(assembly => assembly.Assembly.GetExportedTypes())
                .Where(type => type.Namespace != $"IswitchRoofs.{module}.Infrastructure.Persistence.Migrations"),
            type => Objections((type.FullName != $"IswitchRoofs.{module}.Infrastructure.{module}Module", "is public")));

    /// <summary>L-7. Constructors are the container's business: a handler may ask for a repository of its Domain there.</summary>
    public static Outcome ApplicationHidesDomain(CodeBase code, string module) =>
        Outcome.Over(
            code.Layer(module, "Application").SelectMany(assembly => assembly.Assembly.GetExportedTypes()),
            type => SurfaceOf(type)
                .SelectMany(exposed => exposed.Type.Unfold().Select(mentioned => (exposed.Member, Mentioned: mentioned)))
                .Where(exposed => CodeBase.LayerOf(exposed.Mentioned.Assembly.GetName().Name!) == "Domain")
                .Select(exposed => $"exposes {exposed.Mentioned.FullName} in {exposed.Member}"));

    private static IEnumerable<(string Member, Type Type)> SurfaceOf(Type type)
    {
        const BindingFlags Visible = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        if (type.BaseType is { } ancestor)
            yield return ("its base type", ancestor);
        foreach (var contract in type.GetInterfaces())
            yield return ("an interface", contract);
        foreach (var property in type.GetProperties(Visible))
            yield return (property.Name, property.PropertyType);
        foreach (var field in type.GetFields(Visible))
            yield return (field.Name, field.FieldType);
        foreach (var announced in type.GetEvents(Visible))
            yield return (announced.Name, announced.EventHandlerType!);
        foreach (var method in type.GetMethods(Visible).Where(method => !method.IsSpecialName))
        {
            yield return (method.Name, method.ReturnType);
            foreach (var parameter in method.GetParameters())
                yield return (method.Name, parameter.ParameterType);
        }
    }

    private static IEnumerable<string> ObjectionsToConsumer(Type type)
    {
        var assembly = type.Assembly.GetName().Name!;
        var home = assembly == CodeBase.HostName ? "IswitchRoofs.Host.Realtime" : $"{assembly}.Messaging";
        return Objections(
            (!(type.Namespace + ".").StartsWith(home + ".", StringComparison.Ordinal), $"lives in {type.Namespace}, not in {home}"),
            (!type.IsSealed, "is not sealed"),
            (type.IsVisible, "is public"),
            (!type.Name.EndsWith("Consumer", StringComparison.Ordinal) && !type.Name.EndsWith("Broadcasts", StringComparison.Ordinal), "is named neither ...Consumer nor ...Broadcasts"));
    }

    internal static IEnumerable<string> Objections(params (bool Applies, string Text)[] candidates) =>
        candidates.Where(candidate => candidate.Applies).Select(candidate => candidate.Text);
}
