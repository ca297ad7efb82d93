using IswitchRoofs.ArchitectureTests.Rules;

namespace IswitchRoofs.ArchitectureTests.Canaries;

public sealed class LayerCanaries
{
    private const string LeadsDomain = "IswitchRoofs.Leads.Domain";
    private const string LeadsApplication = "IswitchRoofs.Leads.Application";
    private const string LeadsInfrastructure = "IswitchRoofs.Leads.Infrastructure";

    [Theory, Trait("Canary", "L-1")]
    [InlineData("MassTransit.IBus? bus")]
    [InlineData("MassTransit.ConsumeContext<string>? context")]
    [InlineData("Microsoft.EntityFrameworkCore.DbContext? context")]
    [InlineData("Microsoft.Extensions.Logging.ILogger? logger")]
    [InlineData("Microsoft.AspNetCore.Http.HttpContext? http")]
    [InlineData("Npgsql.NpgsqlConnection? connection")]
    [InlineData("Mapster.TypeAdapterConfig? mappings")]
    [InlineData("StackExchange.Redis.IDatabase? redis")]
    [InlineData("System.Net.Http.HttpClient? client")]
    [InlineData("IswitchRoofs.Shared.Application.IUseCase? useCase")]
    [InlineData("IswitchRoofs.IntegrationEvents.IIntegrationEvent? announced")]
    public void A_domain_that_knows_a_framework_is_seen(string parameter)
    {
        var code = Canary.Compile(LeadsDomain, $"namespace {LeadsDomain}.Leads; public class Lead {{ public void Save({parameter}) {{ }} }}");

        Layers.DomainIsPure(code, "Leads").MustReport("IswitchRoofs.Leads.Domain.Leads.Lead");
    }

    [Theory, Trait("Canary", "L-2")]
    [InlineData("MassTransit.IBus? bus")]
    [InlineData("Microsoft.EntityFrameworkCore.DbContext? context")]
    [InlineData("Microsoft.AspNetCore.Http.HttpContext? http")]
    [InlineData("Npgsql.NpgsqlConnection? connection")]
    [InlineData("StackExchange.Redis.IDatabase? redis")]
    [InlineData("IswitchRoofs.Leads.Infrastructure.Persistence.LeadsDbContext? context")]
    public void An_application_that_knows_an_adapter_is_seen(string parameter)
    {
        var code = Canary.Compile(
            (LeadsInfrastructure, $"namespace {LeadsInfrastructure}.Persistence; public class LeadsDbContext;"),
            (LeadsApplication, $"namespace {LeadsApplication}.Leads; public class CreateLeadHandler {{ public void Handle({parameter}) {{ }} }}"));

        Layers.ApplicationKnowsNoInfrastructure(code, "Leads").MustReport("IswitchRoofs.Leads.Application.Leads.CreateLeadHandler");
    }

    [Fact, Trait("Canary", "L-3")]
    public void A_bus_outside_messaging_is_seen()
    {
        var code = Canary.Compile(LeadsInfrastructure, $$"""
            using MassTransit;
            namespace {{LeadsInfrastructure}}.Jobs { public class Nightly { public Func<IBus, Task> Run() => async bus => await bus.Publish(new object()); } }
            namespace {{LeadsInfrastructure}}.Messaging { public class Fine { public void Run(IBus bus) { } } }
            """);

        var outcome = Layers.MassTransitStaysInMessaging(code);

        outcome.MustReport("IswitchRoofs.Leads.Infrastructure.Jobs.Nightly");
        outcome.MustNotReport("Messaging.Fine");
    }

    [Fact, Trait("Canary", "L-4")]
    public void A_consumer_that_is_no_thin_door_is_seen()
    {
        var code = Canary.Compile(LeadsInfrastructure, $$"""
            using MassTransit;
            namespace {{LeadsInfrastructure}}.Jobs
            {
                internal sealed class MisplacedConsumer : IConsumer<string> { public Task Consume(ConsumeContext<string> context) => Task.CompletedTask; }
            }
            namespace {{LeadsInfrastructure}}.Messaging
            {
                public sealed class LoudConsumer : IConsumer<string> { public Task Consume(ConsumeContext<string> context) => Task.CompletedTask; }
                internal class OpenConsumer : IConsumer<string> { public Task Consume(ConsumeContext<string> context) => Task.CompletedTask; }
                internal sealed class Listener : IConsumer<string> { public Task Consume(ConsumeContext<string> context) => Task.CompletedTask; }
                internal sealed class FineConsumer : IConsumer<string> { public Task Consume(ConsumeContext<string> context) => Task.CompletedTask; }
            }
            """);

        var outcome = Layers.ConsumersAreThinDoors(code);

        outcome.MustReport("MisplacedConsumer lives in", "LoudConsumer is public", "OpenConsumer is not sealed", "Listener is named neither");
        outcome.MustNotReport("FineConsumer");
    }

    [Fact, Trait("Canary", "L-5")]
    public void A_second_public_or_misplaced_context_is_seen()
    {
        var code = Canary.Compile(LeadsInfrastructure, $$"""
            using Microsoft.EntityFrameworkCore;
            namespace {{LeadsInfrastructure}}.Persistence { internal sealed class LeadsDbContext : DbContext; }
            namespace {{LeadsInfrastructure}}.Reports { public sealed class ReportDbContext : DbContext; }
            """);

        Layers.OneDbContext(code, "Leads").MustReport("ReportDbContext is public", "ReportDbContext lives in", "LeadsDbContext is one of 2");
    }

    [Fact, Trait("Canary", "L-6")]
    public void A_public_adapter_is_seen()
    {
        var code = Canary.Compile(LeadsInfrastructure, $$"""
            namespace {{LeadsInfrastructure}} { public static class LeadsModule; }
            namespace {{LeadsInfrastructure}}.Persistence { public sealed class LeadRepository; }
            namespace {{LeadsInfrastructure}}.Persistence.Migrations { public sealed class First; }
            """);

        var outcome = Layers.InfrastructureShowsOnlyTheModuleClass(code, "Leads");

        outcome.MustReport("LeadRepository is public");
        outcome.MustNotReport("LeadsModule is public");
        outcome.MustNotReport("Migrations.First");
    }

    [Theory, Trait("Canary", "L-7")]
    [InlineData("public sealed record LeadDetails(Lead Lead);")]
    [InlineData("public sealed class Leaky { public Task<IReadOnlyList<Lead>> All() => null!; }")]
    [InlineData("public sealed class Leaky { public void Save(Lead[] leads) { } }")]
    [InlineData("public sealed class Leaky { public Lead? Current; }")]
    [InlineData("public sealed class Leaky : List<Lead>;")]
    public void An_application_that_shows_its_domain_is_seen(string leak)
    {
        var code = WithApplication(leak);

        Layers.ApplicationHidesDomain(code, "Leads").MustReport("exposes IswitchRoofs.Leads.Domain.Leads.Lead");
    }

    [Fact, Trait("Canary", "L-7")]
    public void A_handler_may_ask_the_container_for_a_repository() =>
        Layers.ApplicationHidesDomain(WithApplication("public sealed class CreateLeadHandler(ILeadRepository leads) { public int Count => leads.Count; }"), "Leads")
            .MustHold("constructors are for the container");

    private static Scanning.CodeBase WithApplication(string source) => Canary.Compile(
        (LeadsDomain, $"namespace {LeadsDomain}.Leads; public class Lead; public interface ILeadRepository {{ int Count {{ get; }} }}"),
        (LeadsApplication, $$"""
            using IswitchRoofs.Leads.Domain.Leads;
            namespace {{LeadsApplication}}.Leads;
            {{source}}
            """));
}
