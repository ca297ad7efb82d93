using IswitchRoofs.ArchitectureTests.Rules;
using IswitchRoofs.ArchitectureTests.Scanning;
using IswitchRoofs.TestKit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IswitchRoofs.ArchitectureTests;

/// <summary>Rules over the started host, on a database of its own.</summary>
public sealed class HostTests : IAsyncLifetime
{
    /// <summary>What everybody may call, and why.</summary>
    private static readonly Dictionary<string, string> Open = new()
    {
        ["/health/live"] = "asked by orchestrators, says nothing but that the process runs",
        ["/health/ready"] = "asked by load balancers before anybody can sign in",
        ["/metrics"] = "guards itself: loopback or the scrape token",
        ["/api"] = "name, version and links",
        ["/openapi/{documentName}.json"] = "the contract is public, as its page is",
        ["/docs/api*"] = "the contract's page",
        ["/docs/problems"] = "where the type of every problem leads: whoever may not come in must still read why",
        ["/sign-in"] = "nobody is signed in yet",
        ["/company/logo/{tag}"] = "the sign-in page shows it; says nothing but how the company looks",
        ["/api/auth/login"] = "nobody is signed in yet; throttled and answered alike for every refusal",
        ["/api/auth/password/forgot"] = "whoever forgot the password cannot sign in; throttled and answered alike for every address",
        ["/api/auth/password/reset"] = "the mailed link's token is the proof",
        ["/forgot-password"] = "the same as a page",
        ["/reset-password"] = "the same as a page",
        ["/accept-invitation"] = "whoever is invited has no password yet: the mailed link's token is the proof",
        ["/api/auth/refresh"] = "the access token has run out: the refresh token is the proof",
        ["/unsubscribe"] = "the signed link of a mail is the proof; mail programs post there without a person (RFC 8058)",
        ["/forms/{key}"] = "strangers fill it in: no session, a sealed time of opening, a trap and a limit per address",
        ["/refer/{code}"] = "the same, by a partner's link",
        ["/Error/{code:int?}"] = "whoever may not come in must still read why",
        ["/app/{key}"] = "the Channels socket: private channels ask for a signature",
        ["/apps/{appId}/*"] = "the Channels HTTP API: every request is signed with the app's secret",
    };

    /// <summary>What every signed-in person may call because it concerns nobody else, and why.</summary>
    private static readonly Dictionary<string, string> Personal = new()
    {
        ["/api/realtime/config"] = "every page of every role connects",
        ["/history/{type}/{id:guid}"] = "decides by whether the caller may read the record itself",
        ["/api/realtime/auth"] = "decides for each channel by the caller's own rights",
    };

    private TestDatabase _database = null!;
    private WebApplicationFactory<Program> _host = null!;

    [Fact, Trait("Rule", "H-1")]
    public void Every_endpoint_and_page_asks_for_a_permission_or_is_open_on_purpose() =>
        Doors.AreGuarded(Endpoints, Open, Personal).MustHold("a door is guarded or open on purpose");

    [Fact, Trait("Rule", "H-1")]
    public async Task Every_permission_that_a_door_asks_for_exists() =>
        (await Doors.AskForKnownPermissionsAsync(Endpoints, _host.Services.GetRequiredService<IAuthorizationPolicyProvider>()))
            .MustHold("a misspelt permission fails at the first call");

    [Fact, Trait("Rule", "H-2")]
    public void Every_consumer_is_registered_with_the_bus() =>
        Reachability.ConsumersAreRegistered(CodeBase.Ours, _host.Services.GetRequiredService<IServiceProviderIsService>().IsService)
            .MustHold("an event that reaches no consumer is lost");

    private IReadOnlyList<Endpoint> Endpoints => _host.Services.GetRequiredService<EndpointDataSource>().Endpoints;

    public async Task InitializeAsync()
    {
        _database = await DataTests.MigratedAsync();
        _host = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseSetting("ConnectionStrings:Database", _database.ConnectionString)
            .UseSetting("Demo:Data", "false"));
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _database.DisposeAsync();
    }
}
