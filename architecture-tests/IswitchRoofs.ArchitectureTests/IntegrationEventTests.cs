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

    [Fact, Trait("Rule", "IE-5")]
    public void An_integration_event_has_one_stable_alias() =>
        EventCatalogue.AliasesAreStable(Catalogue()).MustHold("stored events must be found again after a rename");

    [Fact, Trait("Rule", "IE-5")]
    public void The_catalogue_of_events_is_true()
    {
        var path = Path.Combine(Repository.Root, "docs", "events.md");
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            File.WriteAllText(path, EventCatalogue.Update(Catalogue(), File.ReadAllText(path)));

        EventCatalogue.DocumentIsTrue(Catalogue(), File.ReadAllText(path)).MustHold("run the tests once with UPDATE_DOCS=1 and commit docs/events.md");
    }

    private static IReadOnlyList<EventCatalogue.Entry> Catalogue() => EventCatalogue.Read(CodeBase.Ours, EventContracts.Events(CodeBase.Ours));
}
