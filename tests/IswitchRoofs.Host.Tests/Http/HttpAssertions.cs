using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace IswitchRoofs.Host.Tests.Http;

internal static class HttpAssertions
{
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }

    public static async Task<JsonElement> OkAsync(this HttpResponseMessage answer, HttpStatusCode status = HttpStatusCode.OK)
    {
        answer.StatusCode.ShouldBe(status, await answer.Content.ReadAsStringAsync());
        return await answer.JsonAsync();
    }

    /// <summary>Refused as api.md promises: problem details with a stable code, and nothing of the inside.</summary>
    public static async Task<JsonElement> ProblemAsync(this HttpResponseMessage answer, int status, string? code = null, string? field = null)
    {
        var text = await answer.Content.ReadAsStringAsync();
        ((int)answer.StatusCode).ShouldBe(status, text);
        (answer.Content.Headers.ContentType?.MediaType).ShouldBe("application/problem+json", text);
        var problem = JsonSerializer.Deserialize<JsonElement>(text);
        foreach (var member in (string[])["type", "title", "detail", "instance", "code", "trace_id"])
            problem.GetProperty(member).GetString().ShouldNotBeNullOrEmpty(member);
        problem.GetProperty("status").GetInt32().ShouldBe(status);
        if (code is not null) problem.GetProperty("code").GetString().ShouldBe(code, text);
        if (field is not null) problem.GetProperty("errors").TryGetProperty(field, out _).ShouldBeTrue($"{field} in {text}");
        foreach (var inside in (string[])["Npgsql", "System.", "Exception", "   at ", "SELECT"]) text.ShouldNotContain(inside);
        return problem;
    }

    public static HttpRequestMessage Request(HttpMethod method, string uri, object? body = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, uri);
        if (body is string raw) request.Content = new StringContent(raw, Encoding.UTF8, "application/json");
        else if (body is not null) request.Content = JsonContent.Create(body);
        foreach (var (name, value) in headers)
            if (!request.Headers.TryAddWithoutValidation(name, value)) request.Content!.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    public static Task<HttpResponseMessage> SendAsync(this HttpClient client, HttpMethod method, string uri, object? body = null, params (string Name, string Value)[] headers) =>
        client.SendAsync(Request(method, uri, body, headers));

    /// <summary>A lead that is nobody's duplicate.</summary>
    public static object NewLead(string? lastName = null) => new
    {
        first_name = "Test", last_name = lastName ?? "Person", email = $"{Guid.CreateVersion7():N}@example.com", source = "referral", zip_code = "48009",
    };

    public static async Task<(string Uri, string Tag, JsonElement Lead)> HavingLeadAsync(this HttpClient client)
    {
        using var answer = await client.PostAsJsonAsync("/api/leads", NewLead());
        var lead = await answer.OkAsync(HttpStatusCode.Created);
        return (answer.Headers.Location!.ToString(), answer.Headers.ETag!.ToString(), lead);
    }
}
