using IswitchRoofs.ArchitectureTests.Rules;
using IswitchRoofs.ArchitectureTests.Scanning;

namespace IswitchRoofs.ArchitectureTests.Canaries;

public sealed class IntegrationEventCanaries
{
    private const string Contracts = "IswitchRoofs.IntegrationEvents";

    [Fact, Trait("Canary", "IE-1")]
    public void A_contract_that_needs_a_package_or_project_is_seen()
    {
        var code = Canary.Compile(Contracts, $"namespace {Contracts}; public interface IIntegrationEvent; public record X(IswitchRoofs.SharedKernel.Results.Result R, Mapster.TypeAdapterConfig C);");

        EventContracts.ReferencesNothing(code).MustReport("IswitchRoofs.SharedKernel", "Mapster");
    }

    [Theory, Trait("Canary", "IE-2")]
    [InlineData("public record LeadCreated(Guid EventId) : IIntegrationEvent;", "LeadCreated is not a sealed record")]
    [InlineData("public sealed class LeadCreated : IIntegrationEvent;", "LeadCreated is not a sealed record")]
    [InlineData("public sealed record Leftover(string Name);", "Leftover is neither an event nor data")]
    [InlineData("public static class LeadConstants;", "LeadConstants is not a sealed record")]
    [InlineData("public enum LeadColour { Red }", "LeadColour is not a sealed record")]
    public void A_contract_that_is_no_sealed_record_is_seen(string contract, string complaint) =>
        EventContracts.AreSealedRecords(WithContract(contract)).MustReport(complaint);

    [Fact, Trait("Canary", "IE-2")]
    public void Data_that_an_event_carries_is_fine() =>
        EventContracts.AreSealedRecords(WithContract("public sealed record Line(string Name); public sealed record LeadCreated(IReadOnlyList<Line> Lines) : IIntegrationEvent;"))
            .MustHold("nested data is part of the event");

    [Theory, Trait("Canary", "IE-3")]
    [InlineData("public sealed record LeadCreated : IIntegrationEvent { public string Name { get; set; } = \"\"; }", "can be changed: Name")]
    [InlineData("public sealed record LeadCreated : IIntegrationEvent { public Guid EventId => Guid.NewGuid(); }", "computes EventId")]
    [InlineData("public sealed record LeadCreated(List<string> Names) : IIntegrationEvent;", "carries Names")]
    [InlineData("public sealed record LeadCreated(DayOfWeek Day) : IIntegrationEvent;", "carries Day")]
    [InlineData("public sealed record LeadCreated(object Anything) : IIntegrationEvent;", "carries Anything")]
    [InlineData("public sealed record LeadCreated(DateTime At) : IIntegrationEvent;", "carries At")]
    public void A_contract_that_can_change_or_hide_something_is_seen(string contract, string complaint) =>
        EventContracts.CarryOnlyPlainData(WithContract(contract)).MustReport(complaint);

    [Fact, Trait("Canary", "IE-4")]
    public void An_event_made_by_anybody_but_its_own_map_is_seen()
    {
        var code = Canary.Compile(
            (Contracts, $$"""
                namespace {{Contracts}} { public interface IIntegrationEvent; public sealed record Homeless(Guid Id) : IIntegrationEvent; }
                namespace {{Contracts}}.Leads { public sealed record LeadCreated(Guid Id) : IIntegrationEvent; }
                """),
            ("IswitchRoofs.Leads.Application", $$"""
                using {{Contracts}}.Leads;
                namespace IswitchRoofs.Leads.Application;
                public class LeadsEventMap { public Func<object> Map() => () => new LeadCreated(default); }
                public class Eager { public Func<Task<object>> Make() => async () => { await Task.Yield(); return new LeadCreated(default); }; }
                """),
            ("IswitchRoofs.Customers.Application", $"namespace IswitchRoofs.Customers.Application; public class CustomersEventMap {{ public object Map() => new {Contracts}.Leads.LeadCreated(default); }}"));

        var outcome = EventContracts.BelongToOnePublisher(code);

        outcome.MustReport("Homeless lives in", "IswitchRoofs.Leads.Application.Eager", "IswitchRoofs.Customers.Application.CustomersEventMap");
        outcome.MustNotReport("LeadsEventMap");
    }

    [Fact, Trait("Canary", "IE-5")]
    public void An_event_with_no_two_or_misspelt_aliases_is_seen()
    {
        var outcome = EventCatalogue.AliasesAreStable(Catalogue("""
            ["leads.lead-created.v1"] = typeof(LeadCreated), ["leads.lead-created.v2"] = typeof(LeadCreated),
            ["IswitchRoofs.IntegrationEvents.Leads.LeadAssigned, IswitchRoofs.IntegrationEvents"] = typeof(LeadAssigned),
            ["leads.lead-deleted.v1"] = typeof(LeadDeleted),
            """));

        outcome.MustReport("LeadCreated has 2 aliases", "LeadAssigned is stored as", "LeadUpdated has no alias");
        outcome.MustNotReport("LeadDeleted");
    }

    [Fact, Trait("Canary", "IE-5")]
    public void A_catalogue_that_lies_is_seen()
    {
        var entries = Catalogue("""["leads.lead-created.v1"] = typeof(LeadCreated), ["leads.lead-deleted.v1"] = typeof(LeadDeleted),""");
        var document = EventCatalogue.Update(entries, Document);
        EventCatalogue.DocumentIsTrue(entries, document).MustHold("a fresh catalogue is true");

        var lying = document.Replace("lead-deleted.v1` | Leads | Leads.LeadDeletedConsumer", "lead-deleted.v1` | Leads | nobody yet", StringComparison.Ordinal);

        lying.ShouldNotBe(document);
        EventCatalogue.DocumentIsTrue(entries, lying).MustReport("missing or different in docs/events.md: | `leads.lead-deleted.v1`", "no longer true in docs/events.md: | `leads.lead-deleted.v1`");
        EventCatalogue.DocumentIsTrue(entries, Document).MustReport("leads.lead-created.v1");
    }

    private const string Document = "# Events\n\n<!-- events: made by the architecture tests; run them with UPDATE_DOCS=1 -->\n<!-- events: end -->\n";

    private static IReadOnlyList<EventCatalogue.Entry> Catalogue(string aliases)
    {
        var code = Canary.Compile(
            ("IswitchRoofs.Leads.Application", $$"""
                using IswitchRoofs.IntegrationEvents.Leads;
                namespace IswitchRoofs.Leads.Application;
                public sealed class LeadsEventMap { public IReadOnlyDictionary<string, Type> Aliases { get; } = new Dictionary<string, Type> { {{aliases}} }; }
                """),
            ("IswitchRoofs.Leads.Infrastructure", """
                using IswitchRoofs.IntegrationEvents.Leads;
                using MassTransit;
                namespace IswitchRoofs.Leads.Infrastructure.Messaging;
                internal sealed class LeadDeletedConsumer : IConsumer<LeadDeleted> { public Task Consume(ConsumeContext<LeadDeleted> context) => Task.CompletedTask; }
                """));
        return EventCatalogue.Read(code, EventContracts.Events(CodeBase.Ours).Where(type => EventContracts.FolderOf(type) == "Leads"));
    }

    private static CodeBase WithContract(string contract) =>
        Canary.Compile(Contracts, $"namespace {Contracts} {{ public interface IIntegrationEvent; }} namespace {Contracts}.Leads {{ {contract} }}");
}
