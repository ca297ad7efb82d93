using IswitchRoofs.ArchitectureTests.Rules;
using IswitchRoofs.ArchitectureTests.Scanning;
using MassTransit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IswitchRoofs.ArchitectureTests.Canaries;

public sealed class DoorCanaries
{
    private static readonly Dictionary<string, string> Personal = new() { ["/me"] = "one's own account" };

    private static readonly Dictionary<string, string> Open = new() { ["/health/live"] = "asked by the machinery", ["/app/*"] = "checks tokens itself" };

    [Theory, Trait("Canary", "H-1")]
    [InlineData("unguarded", "asks for no permission")]
    [InlineData("signed-in", "names no policy")]
    [InlineData("anonymous", "is open to everybody and not listed")]
    public async Task A_door_without_a_permission_is_seen(string route, string complaint)
    {
        var outcome = await DoorsAsync(app =>
        {
            app.MapGet("/unguarded", () => "");
            app.MapGet("/signed-in", () => "").RequireAuthorization();
            app.MapGet("/anonymous", () => "").AllowAnonymous();
        });

        outcome.Violations.Where(violation => violation.Contains(route, StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldContain(complaint);
    }

    [Fact, Trait("Canary", "H-1")]
    public async Task A_guarded_door_and_a_listed_open_one_are_fine() =>
        (await DoorsAsync(app =>
        {
            app.MapGet("/by-policy", () => "").RequireAuthorization("leads.read");
            app.MapGet("/by-role", () => "").RequireAuthorization(new AuthorizeAttribute { Roles = "admin" });
            app.MapGet("/by-object", () => "").RequireAuthorization(policy => policy.RequireAuthenticatedUser());
        })).MustHold("all of these are guarded or open on purpose");

    [Fact, Trait("Canary", "H-1")]
    public async Task A_stale_entry_in_the_list_of_open_doors_is_seen()
    {
        await using var app = Build(_ => { });

        Doors.AreGuarded(EndpointsOf(app), new Dictionary<string, string>(Open) { ["/gone"] = "was removed" }, Personal).MustReport("/gone is listed as open but does not exist");
    }

    [Fact, Trait("Canary", "H-1")]
    public async Task A_guarded_door_in_the_list_of_open_ones_is_seen()
    {
        await using var app = Build(routes => routes.MapGet("/app/secret", () => "").RequireAuthorization("leads.read"));

        Doors.AreGuarded(EndpointsOf(app), Open, Personal).MustReport("/app/secret");
    }

    [Theory, Trait("Canary", "H-1")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_personal_door_that_is_open_or_asks_for_a_permission_is_seen(bool open)
    {
        await using var app = Build(routes =>
        {
            var door = routes.MapGet("/mine", () => "");
            _ = open ? door.AllowAnonymous() : door.RequireAuthorization("leads.read");
        });

        Doors.AreGuarded(EndpointsOf(app), Open, new Dictionary<string, string>(Personal) { ["/mine"] = "one's own things" }).MustReport("/mine");
    }

    [Fact, Trait("Canary", "H-1")]
    public async Task A_misspelt_permission_is_seen()
    {
        await using var app = Build(routes => routes.MapGet("/leads", () => "").RequireAuthorization("leads.raed"));
        var policies = new DefaultAuthorizationPolicyProvider(Options.Create(new AuthorizationOptions()));

        (await Doors.AskForKnownPermissionsAsync(EndpointsOf(app), policies)).MustReport("/leads");
    }

    [Fact, Trait("Canary", "H-2")]
    public void A_use_case_that_is_registered_but_never_called_is_seen()
    {
        var code = Canary.Compile(
            ("IswitchRoofs.Leads.Application", """
                using IswitchRoofs.Shared.Application;
                namespace IswitchRoofs.Leads.Application;
                public sealed class DeadHandler : IUseCase; public sealed class EndpointHandler : IUseCase; public sealed class JobHandler : IUseCase; public sealed class ReactionHandler : IUseCase;
                public sealed class OnCall(ReactionHandler handler) : IReaction { public object Handler => handler; }
                public sealed class DeadReaction : IReaction;
                """),
            ("IswitchRoofs.Leads.Infrastructure", """
                using IswitchRoofs.Leads.Application;
                namespace IswitchRoofs.Leads.Infrastructure { public static class LeadsModule { public static Type[] All => new[] { typeof(DeadHandler), typeof(DeadReaction) }; } }
                namespace IswitchRoofs.Leads.Infrastructure.Jobs { internal sealed class Nightly { public Func<Task<object>> Run() => async () => { await Task.Yield(); return new JobHandler(); }; } }
                namespace IswitchRoofs.Leads.Infrastructure.Messaging { internal sealed class CallConsumer(OnCall reaction) { public object Reaction => reaction; } }
                """),
            (CodeBase.HostName, "namespace IswitchRoofs.Host.Areas.Leads.Api; public static class LeadEndpoints { static string Create(IswitchRoofs.Leads.Application.EndpointHandler handler) => \"\"; }"));

        Reachability.UseCasesAreCalled(code).Violations.ShouldHaveSingleItem().ShouldContain("IswitchRoofs.Leads.Application.DeadHandler");
        Reachability.ReactionsAreCalled(code).Violations.ShouldHaveSingleItem().ShouldContain("IswitchRoofs.Leads.Application.DeadReaction");
    }

    [Fact, Trait("Canary", "H-2")]
    public void An_event_that_nobody_publishes_is_seen()
    {
        var code = Canary.Compile(
            ("IswitchRoofs.IntegrationEvents", """
                namespace IswitchRoofs.IntegrationEvents { public interface IIntegrationEvent; }
                namespace IswitchRoofs.IntegrationEvents.Leads { public sealed record LeadCreated(int N) : IIntegrationEvent; public sealed record LeadForgotten(int N) : IIntegrationEvent; }
                """),
            ("IswitchRoofs.Leads.Application", """
                using IswitchRoofs.IntegrationEvents.Leads;
                namespace IswitchRoofs.Leads.Application;
                public sealed class LeadsEventMap { public Type[] Aliases => new[] { typeof(LeadForgotten) }; public object Map() => new LeadCreated(1); }
                """));

        Reachability.EventsArePublished(code).Violations.ShouldHaveSingleItem().ShouldContain("LeadForgotten is published by nobody");
    }

    [Fact, Trait("Canary", "H-2")]
    public void A_consumer_that_the_bus_does_not_know_is_seen()
    {
        var code = Canary.Compile("IswitchRoofs.Leads.Infrastructure", """
            using MassTransit;
            namespace IswitchRoofs.Leads.Infrastructure.Messaging;
            internal sealed class KnownConsumer : IConsumer<string> { public Task Consume(ConsumeContext<string> context) => Task.CompletedTask; }
            internal sealed class ForgottenConsumer : IConsumer<string> { public Task Consume(ConsumeContext<string> context) => Task.CompletedTask; }
            """);
        var known = code.All.Single().Types.Single(type => type.Name == "KnownConsumer");
        using var services = new ServiceCollection().AddLogging().AddMediator(bus => bus.AddConsumers(known)).BuildServiceProvider();
        var registered = services.GetRequiredService<IServiceProviderIsService>();

        Reachability.ConsumersAreRegistered(code, registered.IsService).Violations.ShouldHaveSingleItem().ShouldContain("ForgottenConsumer");
    }

    private static async Task<Outcome> DoorsAsync(Action<IEndpointRouteBuilder> map)
    {
        await using var app = Build(map);
        return Doors.AreGuarded(EndpointsOf(app), Open, Personal);
    }

    private static WebApplication Build(Action<IEndpointRouteBuilder> map)
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        app.MapGet("/health/live", () => "").AllowAnonymous();
        app.MapGet("/me", () => "").RequireAuthorization();
        app.Map("/app/{key}", () => "").AllowAnonymous();
        map(app);
        return app;
    }

    private static IEnumerable<Endpoint> EndpointsOf(WebApplication app) => ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints);
}
