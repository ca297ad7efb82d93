using IswitchRoofs.ArchitectureTests.Scanning;

namespace IswitchRoofs.ArchitectureTests.Rules;

internal static class Boundaries
{
    /// <summary>B-1</summary>
    public static Outcome NoOtherModule(CodeBase code, string module) =>
        Dependencies.None(
            code.Module(module),
            [.. CodeBase.ModuleNames.Where(other => other != module).Select(other => $"IswitchRoofs.{other}")],
            used => CodeBase.ModuleOf(used.Assembly) is { } other && other != module);

    /// <summary>B-2</summary>
    public static Outcome NothingKnowsTheHost(CodeBase code) =>
        Dependencies.None(code.Modules.Concat(code.Shared), ["IswitchRoofs.Host"], used => used.Assembly == CodeBase.HostName);

    /// <summary>B-3</summary>
    public static Outcome SharedKnowsNoModule(CodeBase code) =>
        Dependencies.None(
            code.Shared,
            [.. CodeBase.ModuleNames.SelectMany(module => CodeBase.LayerNames.Select(layer => $"IswitchRoofs.{module}.{layer}"))],
            used => CodeBase.ModuleOf(used.Assembly) is not null);

    /// <summary>B-4</summary>
    /// <param name="compositions">Types whose job is to put several modules on one screen, with the reason.</param>
    public static Outcome AreasStayApart(CodeBase code, IReadOnlyDictionary<string, string> compositions)
    {
        var areas = code.Host.SelectMany(host => host.Scanned).Select(type => (Type: type, Area: AreaOf(type))).Where(one => one.Area is not null).ToList();
        var reaching = areas.ToDictionary(one => one, one => one.Type.Uses.Where(used => ReachedFrom(one.Area!, used)).ToList());
        var needed = reaching.Where(one => one.Value.Count > 0).Select(one => one.Key.Type.Outermost).ToHashSet();
        return Outcome.Over(
                areas,
                one => one.Type.Name.FullName,
                one => compositions.ContainsKey(one.Type.Outermost) ? [] : reaching[one].Select(used => $"of area {one.Area} uses {used}"))
            .And(new Outcome([], [.. compositions.Keys.Where(listed => !needed.Contains(listed)).Select(listed => $"  {listed} is listed as a composition but composes nothing")]));
    }

    /// <summary>B-5</summary>
    public static Outcome HostSeesOnlyTheModuleClass(CodeBase code) =>
        Outcome.Over(
            code.Host.SelectMany(host => host.Scanned),
            type => type.Uses
                .Where(used => CodeBase.LayerOf(used.Assembly) == "Infrastructure")
                .Where(used => used.FullName != $"{used.Assembly}.{CodeBase.ModuleOf(used.Assembly)}Module")
                .Select(used => $"uses {used}"));

    // The Razor compiler puts views into a namespace of its own and writes the folder into the name.
    private static string? AreaOf(ScannedType type) => CodeBase.ModuleNames.FirstOrDefault(module =>
        type.In($"IswitchRoofs.Host.Areas.{module}")
        || (type.Name.Namespace == "AspNetCoreGeneratedDocument" && type.ShortName.StartsWith($"Areas_{module}_", StringComparison.Ordinal)));

    private static bool ReachedFrom(string area, TypeName used) =>
        (CodeBase.ModuleOf(used.Assembly) is { } module && module != area)
        || (used.Assembly == CodeBase.HostName
            && CodeBase.ModuleNames.Any(other => other != area && used.Under($"IswitchRoofs.Host.Areas.{other}")));
}
