using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using IswitchRoofs.Host.Web;
using IswitchRoofs.Shared.Application;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IswitchRoofs.Host.Tests.Web;

/// <summary>
/// Every endpoint and page is called as each role and as nobody; what comes of it is <c>docs/permissions.md</c>. After a
/// change on purpose: <c>UPDATE_DOCS=1 dotnet test tests/IswitchRoofs.Host.Tests --filter PermissionWalk</c>, and read the difference.
/// </summary>
[Collection(HostFixture.Shared)]
public sealed partial class PermissionWalkTests(HostFixture host)
{
    private static readonly (string Role, string Account)[] Roles = [("admin", "admin"), ("manager", "manager"), ("sales", "sales"), ("field_tech", "tech")];

    // They speak protocols of their own, with their own tests: sockets, signed publishing, OAuth forms.
    private static readonly string[] OwnProtocols = ["/app/", "/apps/", "/connect/", "/.well-known/"];

    [Fact]
    public async Task Every_door_opens_to_the_roles_of_the_matrix_and_to_nobody_else()
    {
        var doors = Doors();
        var walked = new List<(Door Door, bool[] Opens, bool Anybody)>();
        using var nobody = NewBrowser();
        var callers = await Task.WhenAll(Roles.Select(async role => await CallerAsync(role.Account)));
        var wrong = new List<string>();

        // Signing out last: it ends the callers' own sessions.
        foreach (var door in doors.OrderBy(d => d.Path.Contains("logout", StringComparison.Ordinal) || d.Path.Contains("sign-out", StringComparison.Ordinal)))
        {
            var anybody = await OpensAsync(nobody, door);
            var opens = new bool[Roles.Length];
            for (var i = 0; i < Roles.Length; i++)
            {
                opens[i] = await OpensAsync(door.IsPage ? callers[i].Browser : callers[i].Api, door);
                if (opens[i] != (anybody || Grants(Roles[i].Role, door))) wrong.Add($"{door.Method} {door.Path} {(opens[i] ? "opens" : "is closed")} to {Roles[i].Role}, who {(opens[i] ? "lacks" : "has")} {door.Asks}");
            }

            if (anybody != door.IsOpen) wrong.Add($"{door.Method} {door.Path} {(anybody ? "opens to anybody and names" : "refuses strangers although it is open:")} {door.Asks}");
            walked.Add((door, opens, anybody));
        }

        foreach (var (api, browser) in callers)
        {
            api.Dispose();
            browser.Dispose();
        }

        wrong.ShouldBeEmpty();
        var document = Document([.. walked.OrderBy(w => w.Door.IsPage).ThenBy(w => w.Door.Path, StringComparer.Ordinal).ThenBy(w => w.Door.Method, StringComparer.Ordinal)]);
        var file = Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "..", "docs", "permissions.md");
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1") await File.WriteAllTextAsync(file, document);
        (await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n").ShouldBe(document, "docs/permissions.md is out of date: run this test with UPDATE_DOCS=1 and read the difference");
    }

    private List<Door> Doors() =>
    [
        .. from endpoint in host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
           where endpoint.RequestDelegate is not null && endpoint.Metadata.GetMetadata<ISuppressMatchingMetadata>() is not { SuppressMatching: true }
           let route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
           let isPage = endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null
           let methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []
           where isPage || (methods.Count > 0 && route.StartsWith("/api", StringComparison.Ordinal))
           where !Array.Exists(OwnProtocols, own => route.StartsWith(own, StringComparison.Ordinal))
           // A page answers at "/Leads" and at "/Leads/Index": one of them is enough.
           where !isPage || !route.EndsWith("/Index", StringComparison.Ordinal)
           from method in isPage ? ["GET"] : methods
           select new Door(method, route, isPage, AsksOf(endpoint), endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null,
               endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is { ContentTypes: [var type, ..] } ? type : "application/json"),
    ];

    private static string AsksOf(Endpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null) return "";
        return string.Join(" and ", endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).Where(p => !string.IsNullOrEmpty(p)).Distinct(StringComparer.Ordinal));
    }

    private static bool Grants(string role, Door door)
    {
        var permissions = new RolePermissions();
        return door.Asks.Length == 0 || door.Asks.Split(" and ").All(any => any.Split('|').Any(p => permissions.Grants(role, p)));
    }

    private static async Task<bool> OpensAsync(HttpClient client, Door door)
    {
        // An id that nobody has and a parameter that nothing knows: authorization decides, and nothing else happens.
        var path = Parameter().Replace(door.Path, match => match.Value.Contains(":guid", StringComparison.Ordinal) || match.Value.Contains("id", StringComparison.OrdinalIgnoreCase) ? "01900000-0000-7000-8000-000000000000" : "none");
        using var request = new HttpRequestMessage(new HttpMethod(door.Method), door.IsPage ? path : $"{path}?walk=1");
        if (door.Method is "POST" or "PUT" or "PATCH") request.Content = new StringContent("{", Encoding.UTF8, door.Takes);
        using var answer = await client.SendAsync(request);
        ((int)answer.StatusCode).ShouldBeLessThan(500, $"{door.Method} {path}");
        if (answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden) return false;
        return !door.IsPage || answer.StatusCode != HttpStatusCode.Redirect || answer.Headers.Location?.OriginalString.Contains("/sign-in", StringComparison.Ordinal) != true;
    }

    private async Task<(HttpClient Api, HttpClient Browser)> CallerAsync(string account)
    {
        var browser = NewBrowser();
        var page = await browser.GetStringAsync("/sign-in");
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = AntiforgeryField().Match(page).Groups[1].Value,
            ["Input.Email"] = $"{account}@iswitchroofs.example",
            ["Input.Password"] = DemoPeople.Password,
        });
        using var answer = await browser.PostAsync("/sign-in", form);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return (host.WithToken(await HostFixture.LogInAsync(host.Anonymous, account)), browser);
    }

    private HttpClient NewBrowser() => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = host.Address };

    private static string Document(IReadOnlyList<(Door Door, bool[] Opens, bool Anybody)> walked)
    {
        var permissions = new RolePermissions();
        var text = new StringBuilder(
            """
            # Permissions

            Made by a test (`PermissionWalkTests`) that calls every endpoint and opens every page as each role and as nobody, and
            fails when this page and the program differ. Roles get their permissions in one file, `src/Host/Web/RolePermissions.cs`.

            Beyond the doors, row rules hold inside the use cases, so that they are the same for REST, pages, search and realtime:
            a field tech sees assigned projects, their customers and appointments only; sales delete and bulk-reassign only own leads;
            managers change own teams only; notifications, sessions and preferences are everybody's own. What a caller may not see
            answers 404, what the role lacks 403.

            ## Roles

            | permission | admin | manager | sales | field_tech |
            | --- | :---: | :---: | :---: | :---: |

            """.ReplaceLineEndings("\n"));
        foreach (var permission in RolePermissions.All.Order(StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"| `{permission}` | {string.Join(" | ", Roles.Select(r => Mark(permissions.Grants(r.Role, permission))))} |\n");
        Append(text, "REST", [.. walked.Where(w => !w.Door.IsPage)]);
        Append(text, "Pages", [.. walked.Where(w => w.Door.IsPage)]);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string heading, IReadOnlyList<(Door Door, bool[] Opens, bool Anybody)> walked)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## {heading}\n\n| door | asks for | admin | manager | sales | field_tech | nobody |\n| --- | --- | :---: | :---: | :---: | :---: | :---: |\n");
        foreach (var (door, opens, anybody) in walked)
            text.Append(CultureInfo.InvariantCulture, $"| `{(door.IsPage ? "" : door.Method + " ")}{door.Path}` | {Asked(door)} | {string.Join(" | ", opens.Select(Mark))} | {Mark(anybody)} |\n");
    }

    private static string Asked(Door door) => door switch
    {
        { IsOpen: true } => "nothing",
        { Asks: "" } => "a sign-in",
        _ => string.Join(" and ", door.Asks.Split(" and ").Select(any => any.Contains('|', StringComparison.Ordinal) && door.Asks.Contains(" and ", StringComparison.Ordinal)
            ? $"({AnyOf(any)})"
            : AnyOf(any))),
    };

    private static string AnyOf(string permissions) => string.Join(" or ", permissions.Split('|').Select(p => $"`{p}`"));

    private static string Mark(bool yes) => yes ? "yes" : "-";

    private static string Here([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("""__RequestVerificationToken" type="hidden" value="([^"]+)""")]
    private static partial Regex AntiforgeryField();

    /// <param name="Asks">Policies, all needed, joined by " and "; inside one, permissions of which any is enough, joined by |.</param>
    private sealed record Door(string Method, string Path, bool IsPage, string Asks, bool IsOpen, string Takes);
}
