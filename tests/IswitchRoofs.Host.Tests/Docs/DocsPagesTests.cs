using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace IswitchRoofs.Host.Tests.Docs;

/// <summary>What the host shows of itself to whoever writes a client.</summary>
[Collection(HostFixture.Shared)]
public sealed partial class DocsPagesTests(HostFixture host)
{
    [Fact]
    public async Task The_type_of_a_problem_leads_to_its_row()
    {
        var refusal = await host.Anonymous.GetAsync("/api/leads");
        var type = (await refusal.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString()!.Split('#');

        var page = await host.Anonymous.GetStringAsync(type[0]);

        page.ShouldContain($"id=\"{type[1]}\"");
    }

    [Fact]
    public async Task The_page_of_the_api_starts_although_the_policy_forbids_inline_scripts()
    {
        var answer = await host.Anonymous.GetAsync("/docs/api/");
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        var nonce = Nonce().Match(policy).Groups[1].Value;
        nonce.ShouldNotBeEmpty();
        var scripts = Script().Matches(page);
        scripts.ShouldNotBeEmpty();
        scripts.ShouldAllBe(script => script.Value.Contains($"nonce=\"{nonce}\"", StringComparison.Ordinal));
        policy.ShouldNotContain("script-src 'self' 'unsafe-inline'");
    }

    [Fact]
    public async Task Other_pages_allow_no_inline_script_and_no_inline_style()
    {
        var answer = await host.Anonymous.GetAsync("/sign-in");

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldNotContain("unsafe-inline");
        policy.ShouldNotContain("nonce");
    }

    [Fact]
    public async Task Every_operation_of_the_guide_exists()
    {
        var paths = (await host.Anonymous.GetFromJsonAsync<JsonElement>("/openapi/v1.json")).GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => $"{operation.Name.ToUpperInvariant()} {Parameter().Replace(path.Name.TrimEnd('/'), "{}")}"))
            .ToHashSet();

        var told = Operation().Matches(await File.ReadAllTextAsync(Path.Combine(ProblemCatalogueTests.Root, "docs", "api.md")))
            .Select(match => $"{match.Groups[1].Value} {Parameter().Replace(match.Groups[2].Value, "{}")}").ToArray();

        told.ShouldNotBeEmpty();
        told.Where(operation => !paths.Contains(operation)).ShouldBeEmpty();
    }

    [GeneratedRegex("'nonce-([^']+)'")]
    private static partial Regex Nonce();

    [GeneratedRegex("<script[^>]*>")]
    private static partial Regex Script();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^\| `(GET|POST|PUT|PATCH|DELETE) (/api/[^` ?]*)` \|", RegexOptions.Multiline)]
    private static partial Regex Operation();
}
