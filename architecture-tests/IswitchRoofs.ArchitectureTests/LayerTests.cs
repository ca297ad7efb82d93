using IswitchRoofs.ArchitectureTests.Rules;
using IswitchRoofs.ArchitectureTests.Scanning;

namespace IswitchRoofs.ArchitectureTests;

public sealed class LayerTests
{
    [Theory, MemberData(nameof(Modules.All), MemberType = typeof(Modules)), Trait("Rule", "L-1")]
    public void A_domain_knows_rules_and_nothing_else(string module) =>
        Layers.DomainIsPure(CodeBase.Ours, module).MustHold("a domain can be read and tested without any framework");

    [Theory, MemberData(nameof(Modules.All), MemberType = typeof(Modules)), Trait("Rule", "L-2")]
    public void An_application_knows_no_infrastructure(string module) =>
        Layers.ApplicationKnowsNoInfrastructure(CodeBase.Ours, module).MustHold("use cases speak to ports");

    [Fact, Trait("Rule", "L-3")]
    public void MassTransit_stays_in_messaging() =>
        Layers.MassTransitStaysInMessaging(CodeBase.Ours).MustHold("the bus is replaced in one place");

    [Fact, Trait("Rule", "L-4")]
    public void Consumers_are_thin_doors() =>
        Layers.ConsumersAreThinDoors(CodeBase.Ours).MustHold("a consumer is an internal adapter in front of a reaction");

    [Theory, MemberData(nameof(Modules.All), MemberType = typeof(Modules)), Trait("Rule", "L-5")]
    public void A_module_has_one_private_database_context(string module) =>
        Layers.OneDbContext(CodeBase.Ours, module).MustHold("one module, one schema, one context");

    [Theory, MemberData(nameof(Modules.All), MemberType = typeof(Modules)), Trait("Rule", "L-6")]
    public void An_infrastructure_shows_only_its_module_class(string module) =>
        Layers.InfrastructureShowsOnlyTheModuleClass(CodeBase.Ours, module).MustHold("what is public gets used");

    [Theory, MemberData(nameof(Modules.All), MemberType = typeof(Modules)), Trait("Rule", "L-7")]
    public void An_application_hides_its_domain(string module) =>
        Layers.ApplicationHidesDomain(CodeBase.Ours, module).MustHold("the host must never need a domain");
}
