using IswitchRoofs.ArchitectureTests.Rules;
using IswitchRoofs.ArchitectureTests.Scanning;

namespace IswitchRoofs.ArchitectureTests;

public sealed class IntegrationEventTests
{
    [Fact, Trait("Rule", "IE-1")]
    public void The_language_between_modules_references_nothing() =>
        EventContracts.ReferencesNothing(CodeBase.Ours).MustHold("contracts depend on nobody");

    [Fact, Trait("Rule", "IE-2")]
    public void Integration_events_are_sealed_records() =>
        EventContracts.AreSealedRecords(CodeBase.Ours).MustHold("the project holds events and the data they carry");

    [Fact, Trait("Rule", "IE-3")]
    public void Integration_events_carry_plain_data_that_cannot_change() =>
        EventContracts.CarryOnlyPlainData(CodeBase.Ours).MustHold("all consumers get the same instance, and stored events must read back");

    [Fact, Trait("Rule", "IE-4")]
    public void An_integration_event_is_made_by_its_own_modules_event_map() =>
        EventContracts.BelongToOnePublisher(CodeBase.Ours).MustHold("one publisher for each event");
}
