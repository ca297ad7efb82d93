using IswitchRoofs.ArchitectureTests.Rules;
using IswitchRoofs.ArchitectureTests.Scanning;

namespace IswitchRoofs.ArchitectureTests;

public sealed class BoundaryTests
{
    /// <summary>Screens that put several modules side by side: composing screens is the host's job.</summary>
    private static readonly Dictionary<string, string> Compositions = [];

    [Theory, MemberData(nameof(Modules.All), MemberType = typeof(Modules)), Trait("Rule", "B-1")]
    public void A_module_depends_on_no_other_module(string module) =>
        Boundaries.NoOtherModule(CodeBase.Ours, module).MustHold("modules talk only through integration events");

    [Fact, Trait("Rule", "B-2")]
    public void Nothing_in_modules_or_shared_knows_the_host() =>
        Boundaries.NothingKnowsTheHost(CodeBase.Ours).MustHold("the host composes, nobody calls back into it");

    [Fact, Trait("Rule", "B-3")]
    public void Shared_knows_no_module() =>
        Boundaries.SharedKnowsNoModule(CodeBase.Ours).MustHold("what knows a module belongs to that module");

    [Fact, Trait("Rule", "B-4")]
    public void An_area_of_the_host_uses_its_own_module_only() =>
        Boundaries.AreasStayApart(CodeBase.Ours, Compositions).MustHold("an area is a door of one module");

    [Fact, Trait("Rule", "B-5")]
    public void The_host_uses_from_an_infrastructure_only_its_module_class() =>
        Boundaries.HostSeesOnlyTheModuleClass(CodeBase.Ours).MustHold("adapters are private to their module");
}
