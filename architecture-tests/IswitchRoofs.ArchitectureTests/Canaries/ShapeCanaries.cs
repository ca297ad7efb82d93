using IswitchRoofs.ArchitectureTests.Rules;

namespace IswitchRoofs.ArchitectureTests.Canaries;

public sealed class ShapeCanaries
{
    private const string LeadsDomain = "IswitchRoofs.Leads.Domain";
    private const string LeadsApplication = "IswitchRoofs.Leads.Application";

    [Theory, Trait("Canary", "S-1")]
    [InlineData("internal sealed class XHandler : IUseCase { public Task<Result> HandleAsync(X request, CancellationToken ct) => null!; }", "is not public")]
    [InlineData("public class XHandler : IUseCase { public Task<Result> HandleAsync(X request, CancellationToken ct) => null!; }", "is not sealed")]
    [InlineData("public sealed class XService : IUseCase { public Task<Result> HandleAsync(X request, CancellationToken ct) => null!; }", "is not named")]
    [InlineData("public sealed class XHandler : IUseCase { public Task<Result> HandleAsync(X request) => null!; }", "does not end with a CancellationToken")]
    [InlineData("public sealed class XHandler : IUseCase { public Task<int> HandleAsync(X request, CancellationToken ct) => null!; }", "returns neither")]
    [InlineData("public sealed class XHandler : IUseCase { public Task HandleAsync(X request, CancellationToken ct) => null!; }", "returns neither")]
    [InlineData("public sealed class XHandler : IUseCase { public Task<Result> HandleAsync(string id, CancellationToken ct) => null!; }", "is not a sealed record")]
    [InlineData("public sealed class XHandler : IUseCase { public Task<Result> HandleAsync(Guid id, CancellationToken ct) => null!; }", "takes 0 requests")]
    [InlineData("public sealed class XHandler : IUseCase { public Task<Result> HandleAsync(X request, Y other, CancellationToken ct) => null!; }", "takes 2 requests")]
    [InlineData("public sealed class XHandler : IUseCase { public Task<Result> HandleAsync(Elsewhere.Y request, CancellationToken ct) => null!; }", "its request lives in")]
    [InlineData("public sealed class XHandler : IUseCase;", "has 0 HandleAsync methods")]
    [InlineData("public sealed class XHandler : IUseCase { public Task<Result> HandleAsync(X request, CancellationToken ct) => null!; public Task<Result> HandleAsync(Y request, CancellationToken ct) => null!; }", "has 2 HandleAsync methods")]
    public void A_misshapen_use_case_is_seen(string handler, string complaint)
    {
        var outcome = Shapes.UseCases(Canary.Compile(LeadsApplication, $$"""
            using IswitchRoofs.Shared.Application;
            using IswitchRoofs.SharedKernel.Results;
            namespace {{LeadsApplication}}.Leads
            {
                public sealed record X; public sealed record Y;
                {{handler}}
                public sealed class FineHandler : IUseCase { public Task<Result<int>> HandleAsync(X request, CancellationToken ct) => null!; }
            }
            namespace {{LeadsApplication}}.Leads.Elsewhere { public sealed record Y; }
            """), "Leads");

        outcome.MustReport(complaint);
        outcome.MustNotReport("FineHandler");
    }

    [Theory, Trait("Canary", "S-2")]
    [InlineData("public record LeadScored(DateTimeOffset OccurredAt) : IDomainEvent;", "is not a sealed record")]
    [InlineData("public sealed class LeadScored : IDomainEvent { public DateTimeOffset OccurredAt => default; }", "is not a sealed record")]
    [InlineData("public sealed record ScoreLead(DateTimeOffset OccurredAt) : IDomainEvent;", "past tense")]
    [InlineData("public sealed record LeadScoredEvent(DateTimeOffset OccurredAt) : IDomainEvent;", "past tense")]
    public void A_misshapen_domain_event_is_seen(string announced, string complaint) =>
        Shapes.DomainEvents(Canary.Compile(LeadsDomain, $$"""
            using IswitchRoofs.SharedKernel.Domain;
            namespace {{LeadsDomain}}.Leads;
            {{announced}}
            public sealed record LeadWon(DateTimeOffset OccurredAt) : IDomainEvent;
            public sealed record LeadFoundNobody(DateTimeOffset OccurredAt) : IDomainEvent;
            """)).Violations.ShouldHaveSingleItem().ShouldContain(complaint);

    [Fact, Trait("Canary", "S-2")]
    public void A_domain_event_outside_a_domain_is_seen() =>
        Shapes.DomainEvents(Canary.Compile(LeadsApplication, $"namespace {LeadsApplication}; public sealed record LeadScored(DateTimeOffset OccurredAt) : IswitchRoofs.SharedKernel.Domain.IDomainEvent;"))
            .MustReport("LeadScored lives outside Domain");

    [Theory, Trait("Canary", "S-3")]
    [InlineData("private Lead() { } public string Name { get; set; } = \"\";", "has a public setter: Name")]
    [InlineData("private Lead() { } public string Name { get; init; } = \"\";", "has a public setter: Name")]
    [InlineData("private Lead() { } public Lead(string name) { }", "has a public constructor")]
    [InlineData("private Lead(string name) { }", "has no private parameterless constructor")]
    [InlineData("private Lead() { } private readonly Owner? _owner = null;", "holds the aggregate Owner")]
    [InlineData("private Lead() { } private readonly List<Owner> _owners = [];", "holds the aggregate Owner")]
    public void An_entity_that_guards_nothing_is_seen(string members, string complaint) =>
        Shapes.Entities(Canary.Compile(LeadsDomain, $$"""
            using IswitchRoofs.SharedKernel.Domain;
            namespace {{LeadsDomain}}.Leads;
            public sealed class Owner : AggregateRoot { private Owner() { } public string Name { get; private set; } = ""; }
            public sealed class Lead : AggregateRoot { {{members}} }
            """), "Leads").Violations.ShouldHaveSingleItem().ShouldContain(complaint);

    [Theory, Trait("Canary", "S-4")]
    [InlineData("public record Budget(int Cents);", "is not a sealed record")]
    [InlineData("public record struct Budget(int Cents);", "is not a readonly record struct")]
    [InlineData("public readonly struct Budget { }", "is not a readonly record struct")]
    public void A_value_that_can_change_is_seen(string value, string complaint) =>
        Shapes.ValueObjects(Canary.Compile(LeadsDomain, $"namespace {LeadsDomain}.Leads; {value} public sealed record Fine(int X); public readonly record struct FineToo(int X);"))
            .Violations.ShouldHaveSingleItem().ShouldContain(complaint);

    [Fact, Trait("Canary", "S-4")]
    public void A_shared_value_object_that_is_a_class_is_seen() =>
        Shapes.ValueObjects(Canary.Compile("IswitchRoofs.SharedKernel", "namespace IswitchRoofs.SharedKernel.ValueObjects; public sealed class Money { public decimal Amount { get; set; } }"))
            .MustReport("Money is not a sealed record");

    [Fact, Trait("Canary", "S-5")]
    public void An_open_or_misplaced_specification_is_seen()
    {
        var code = Canary.Compile(
            (LeadsDomain, $"namespace {LeadsDomain}.Leads; public class Lead; public class HotLeads : IswitchRoofs.SharedKernel.Specifications.Specification<Lead>;"),
            ("IswitchRoofs.Leads.Infrastructure", $"namespace IswitchRoofs.Leads.Infrastructure; internal sealed class LeadRows : IswitchRoofs.SharedKernel.Specifications.Specification<{LeadsDomain}.Leads.Lead, string>;"));

        Shapes.Specifications(code).MustReport("HotLeads is not sealed", "LeadRows lives outside");
    }

    [Theory, Trait("Canary", "S-6")]
    [InlineData("DateTime.Now")]
    [InlineData("DateTime.UtcNow")]
    [InlineData("DateTime.Today")]
    [InlineData("DateTimeOffset.Now")]
    [InlineData("DateTimeOffset.UtcNow")]
    [InlineData("TimeProvider.System")]
    [InlineData("Guid.NewGuid()")]
    public void A_look_at_the_wall_clock_is_seen_even_in_an_async_lambda(string clock)
    {
        var code = Canary.Compile(LeadsDomain, $$"""
            namespace {{LeadsDomain}}.Leads;
            public class Late { public Func<Task<object>> Ask() => async () => { await Task.Yield(); return {{clock}}; }; }
            public class InTime { public object Ask(TimeProvider clock) => (clock.GetUtcNow(), Guid.CreateVersion7(clock.GetUtcNow())); }
            """);

        var outcome = Shapes.NothingReadsTheWallClock(code, "Leads");

        outcome.MustReport("IswitchRoofs.Leads.Domain.Leads.Late");
        outcome.MustNotReport("InTime");
    }
}
