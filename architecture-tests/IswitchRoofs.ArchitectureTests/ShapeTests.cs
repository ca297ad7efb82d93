using IswitchRoofs.ArchitectureTests.Rules;
using IswitchRoofs.ArchitectureTests.Scanning;

namespace IswitchRoofs.ArchitectureTests;

public sealed class ShapeTests
{
    [Theory, MemberData(nameof(Modules.All), MemberType = typeof(Modules)), Trait("Rule", "S-1")]
    public void A_use_case_is_a_handler_with_one_way_in(string module) =>
        Shapes.UseCases(CodeBase.Ours, module).MustHold("a use case is one request, one handler, one result");

    [Fact, Trait("Rule", "S-2")]
    public void Domain_events_are_facts_of_the_past() =>
        Shapes.DomainEvents(CodeBase.Ours).MustHold("an event says what happened and cannot change");

    [Theory, MemberData(nameof(Modules.All), MemberType = typeof(Modules)), Trait("Rule", "S-3")]
    public void Entities_change_only_through_their_methods(string module) =>
        Shapes.Entities(CodeBase.Ours, module).MustHold("an entity guards its rules");

    [Fact, Trait("Rule", "S-4")]
    public void Value_objects_cannot_change() =>
        Shapes.ValueObjects(CodeBase.Ours).MustHold("values are equal by content and never change");

    [Fact, Trait("Rule", "S-5")]
    public void Specifications_are_sealed_and_live_with_the_rules_or_the_queries() =>
        Shapes.Specifications(CodeBase.Ours).MustHold("a specification has one business name and one home");

    [Theory, MemberData(nameof(Modules.All), MemberType = typeof(Modules)), Trait("Rule", "S-6")]
    public void Nothing_reads_the_wall_clock(string module) =>
        Shapes.NothingReadsTheWallClock(CodeBase.Ours, module).MustHold("time and identity come in from outside");

    [Theory]
    [InlineData("IswitchRoofs.Shared.Application", Shapes.UseCase)]
    [InlineData("IswitchRoofs.SharedKernel", Shapes.DomainEvent)]
    [InlineData("IswitchRoofs.SharedKernel", Shapes.Entity)]
    [InlineData("IswitchRoofs.SharedKernel", Shapes.AggregateRoot)]
    [InlineData("IswitchRoofs.SharedKernel", Shapes.Specification)]
    [InlineData("IswitchRoofs.SharedKernel", Shapes.ProjectingSpecification)]
    [InlineData("IswitchRoofs.SharedKernel", Shapes.Result)]
    [InlineData("IswitchRoofs.SharedKernel", Shapes.ResultOf)]
    [InlineData("IswitchRoofs.IntegrationEvents", EventContracts.IntegrationEvent)]
    public void A_type_that_rules_look_for_by_name_exists(string assembly, string type) =>
        CodeBase.Ours.Named(assembly).Single().Assembly.GetType(type).ShouldNotBeNull("the rule would look for nothing");
}
