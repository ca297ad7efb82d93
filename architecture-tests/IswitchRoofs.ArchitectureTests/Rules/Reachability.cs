using IswitchRoofs.ArchitectureTests.Scanning;
using static IswitchRoofs.ArchitectureTests.Rules.Layers;

namespace IswitchRoofs.ArchitectureTests.Rules;

internal static class Reachability
{
    internal const string Reaction = "IswitchRoofs.Shared.Application.IReaction";

    /// <summary>H-2: from an endpoint or page, a reaction or a job. Registering a handler does not call it.</summary>
    public static Outcome UseCasesAreCalled(CodeBase code) =>
        Outcome.Over(
            code.Layer("Application").SelectMany(assembly => assembly.Types).Where(type => type is { IsClass: true, IsAbstract: false } && type.Implements(Shapes.UseCase)),
            handler =>
            {
                var module = CodeBase.ModuleOf(handler.Assembly.GetName().Name!)!;
                var reactions = code.Layer(module, "Application").SelectMany(assembly => assembly.Types).Where(type => type.Implements(Reaction)).Select(type => type.FullName).ToHashSet();
                var callers = code.Host.SelectMany(host => host.Scanned)
                    .Concat(code.Layer(module, "Infrastructure").SelectMany(assembly => assembly.Scanned).Where(type => !IsModuleClass(type, module)))
                    .Concat(code.Layer(module, "Application").SelectMany(assembly => assembly.Scanned).Where(type => reactions.Contains(type.Outermost)));
                return Objections((!callers.Any(caller => Mentions(caller, handler)), "is called from no endpoint, page, reaction or job"));
            });

    /// <summary>H-2</summary>
    public static Outcome ReactionsAreCalled(CodeBase code) =>
        Outcome.Over(
            code.Layer("Application").SelectMany(assembly => assembly.Types).Where(type => type is { IsClass: true, IsAbstract: false } && type.Implements(Reaction)),
            reaction =>
            {
                var module = CodeBase.ModuleOf(reaction.Assembly.GetName().Name!)!;
                var callers = code.Layer(module, "Infrastructure").SelectMany(assembly => assembly.Scanned).Where(type => !IsModuleClass(type, module));
                return Objections((!callers.Any(caller => Mentions(caller, reaction)), "is called by no consumer"));
            });

    /// <summary>H-2</summary>
    public static Outcome EventsArePublished(CodeBase code) =>
        Outcome.Over(
            EventContracts.Events(code),
            announced =>
            {
                var module = EventContracts.FolderOf(announced);
                var map = $"IswitchRoofs.{module}.Application.{module}EventMap";
                var made = module is not null && code.Layer(module, "Application").SelectMany(assembly => assembly.Scanned)
                    .Where(type => type.Outermost == map)
                    .Any(type => type.Members.Any(use => use.Constructs && use.Type.FullName == announced.FullName));
                return Objections((!made, $"is published by nobody: {map} never makes it"));
            });

    /// <summary>H-2</summary>
    public static Outcome ConsumersAreRegistered(CodeBase code, Func<Type, bool> isRegistered) =>
        Outcome.Over(
            Consumers(code),
            consumer => Objections((!isRegistered(consumer), "is not registered with the bus")));

    internal static IEnumerable<Type> Consumers(CodeBase code) =>
        code.Modules.Concat(code.Host).SelectMany(assembly => assembly.Types)
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.Implements("MassTransit.IConsumer`1"));

    private static bool Mentions(ScannedType caller, Type target) => caller.Uses.Any(used => used.FullName == target.FullName);

    private static bool IsModuleClass(ScannedType type, string module) => type.Outermost == $"IswitchRoofs.{module}.Infrastructure.{module}Module";
}
