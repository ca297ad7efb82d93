using System.Net;
using System.Text.Json;

namespace IswitchRoofs.Host.Tests.Http;

/// <summary>The OpenAPI document is complete, and what it says is what the host answers.</summary>
[Collection(HostFixture.Shared)]
public sealed class OpenApiTests(HostFixture host)
{
    private static readonly string[] Anonymous = ["/api", "/api/auth/login", "/api/auth/refresh", "/api/auth/password/forgot", "/api/auth/password/reset"];
    private static readonly string[] Methods = ["get", "post", "put", "patch", "delete"];

    [Fact]
    public async Task Every_operation_has_an_id_of_its_own_a_summary_answers_problems_and_security()
    {
        var document = await DocumentAsync();
        document.GetProperty("openapi").GetString()!.ShouldStartWith("3.1");
        var faults = new List<string>();
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, method, operation) in Operations(document))
        {
            var name = $"{method} {path}";
            var id = operation.TryGetProperty("operationId", out var given) ? given.GetString() : null;
            if (string.IsNullOrEmpty(id)) faults.Add($"{name}: no operationId");
            else if (!ids.TryAdd(id, name)) faults.Add($"{name}: operationId {id} is also that of {ids[id]}");
            if (!operation.TryGetProperty("summary", out var summary) || string.IsNullOrWhiteSpace(summary.GetString())) faults.Add($"{name}: no summary");
            var responses = operation.GetProperty("responses");
            if (!responses.EnumerateObject().Any(r => r.Name.StartsWith('2'))) faults.Add($"{name}: no success");
            var secured = operation.TryGetProperty("security", out var security) && security.GetArrayLength() > 0;
            if (secured == Anonymous.Contains(path)) faults.Add($"{name}: security");
            foreach (var status in (string[])["400", "429", "503", .. secured ? ["401", "403"] : Array.Empty<string>()])
            {
                if (!responses.TryGetProperty(status, out var response)) faults.Add($"{name}: no {status}");
                else if (!response.TryGetProperty("content", out var content) || !content.TryGetProperty("application/problem+json", out _)) faults.Add($"{name}: {status} is no problem");
            }

            foreach (var success in responses.EnumerateObject().Where(r => r.Name is "200" or "201"))
                if (!success.Value.TryGetProperty("content", out var body) || !body.EnumerateObject().Any(c => c.Value.TryGetProperty("schema", out _)))
                    faults.Add($"{name}: the answer has no schema");
        }

        ids.Count.ShouldBeGreaterThan(20);
        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Answers_have_the_documented_shape()
    {
        var document = await DocumentAsync();
        var schema = new JsonSchema(document);
        using var admin = await host.SignInAsync("admin");
        var (uri, _, _) = await admin.HavingLeadAsync();
        await host.RelayedAsync();
        var faults = new List<string>();

        async Task CompareAsync(HttpMethod method, string address, string path, object? body = null)
        {
            if (!document.GetProperty("paths").TryGetProperty(path, out var item)) return; // Not built yet; the completeness of paths is another test's.
            using var answer = await admin.SendAsync(method, address, body);
            var text = await answer.Content.ReadAsStringAsync();
            var status = ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
            var responses = item.GetProperty(method.Method.ToLowerInvariant()).GetProperty("responses");
            if (!responses.TryGetProperty(status, out var response))
            {
                faults.Add($"{method} {path}: {status} is not documented: {text}");
                return;
            }

            if (text.Length == 0) return;
            var media = answer.Content.Headers.ContentType!.MediaType!;
            if (!response.GetProperty("content").TryGetProperty(media, out var content)) faults.Add($"{method} {path}: {media} is not documented for {status}");
            else faults.AddRange(schema.Check(JsonSerializer.Deserialize<JsonElement>(text), content.GetProperty("schema")).Select(f => $"{method} {path} {status}: {f}"));
        }

        await CompareAsync(HttpMethod.Get, "/api/leads?per_page=100", "/api/leads");
        await CompareAsync(HttpMethod.Post, "/api/leads", "/api/leads", HttpAssertions.NewLead());
        await CompareAsync(HttpMethod.Post, "/api/leads", "/api/leads", new { first_name = "" });
        await CompareAsync(HttpMethod.Get, uri, "/api/leads/{id}");
        await CompareAsync(HttpMethod.Get, $"/api/leads/{Guid.CreateVersion7()}", "/api/leads/{id}");
        await CompareAsync(HttpMethod.Patch, uri, "/api/leads/{id}", new { city = "Troy" });
        await CompareAsync(HttpMethod.Put, uri, "/api/leads/{id}", HttpAssertions.NewLead());
        await CompareAsync(HttpMethod.Post, $"{uri}/assign", "/api/leads/{id}/assign", new { strategy = "smart", force = true });
        await CompareAsync(HttpMethod.Post, $"{uri}/status", "/api/leads/{id}/status", new { status = "contacted" });
        await CompareAsync(HttpMethod.Post, $"{uri}/status", "/api/leads/{id}/status", new { status = "won" });
        await CompareAsync(HttpMethod.Get, $"{uri}/history", "/api/leads/{id}/history");
        await CompareAsync(HttpMethod.Post, "/api/leads/score/preview", "/api/leads/score/preview", new { source = "referral" });
        await CompareAsync(HttpMethod.Delete, uri, "/api/leads/{id}");
        await CompareAsync(HttpMethod.Post, $"{uri}/restore", "/api/leads/{id}/restore");
        foreach (var path in (string[])["/api", "/api/auth/me", "/api/auth/sessions", "/api/notifications", "/api/notifications/unread-count", "/api/users", "/api/teams", "/api/audit",
            "/api/analytics/dashboard", "/api/appointments", "/api/customers", "/api/projects", "/api/realtime/config"])
            await CompareAsync(HttpMethod.Get, path, path);

        faults.ShouldBeEmpty();
    }

    private async Task<JsonElement> DocumentAsync()
    {
        using var answer = await host.Anonymous.GetAsync("/openapi/v1.json");
        return await answer.OkAsync(HttpStatusCode.OK);
    }

    private static IEnumerable<(string Path, string Method, JsonElement Operation)> Operations(JsonElement document) =>
        from path in document.GetProperty("paths").EnumerateObject()
        from member in path.Value.EnumerateObject()
        where Methods.Contains(member.Name)
        select (path.Name, member.Name, member.Value);
}
