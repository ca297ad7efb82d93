using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using IswitchRoofs.TestKit;

namespace IswitchRoofs.Host.Tests.Http;

/// <summary>S12 over REST. Other tests count on scores, so what is saved here moves no lead.</summary>
[Collection(HostFixture.Shared)]
public sealed class ScoringApiTests(HostFixture host)
{
    private const string Url = "/api/leads/scoring";

    [Fact]
    public async Task Only_an_admin_sees_and_changes_the_rules()
    {
        using var manager = await host.SignInAsync("manager");
        foreach (var path in new[] { "", "/versions", "/rescoring" }) (await manager.GetAsync(Url + path)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await manager.PostAsJsonAsync($"{Url}/preview", new { })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await manager.PutAsJsonAsync(Url, new { })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_admin_previews_and_saves_a_version_that_nobody_else_replaced_meanwhile()
    {
        using var admin = await host.SignInAsync("admin");
        using var read = await admin.GetAsync(Url);
        var tag = read.Headers.ETag.ShouldNotBeNull();
        var rules = JsonNode.Parse(await read.Content.ReadAsStringAsync())!["rules"]!.AsObject();

        using var nonsense = await admin.PostAsJsonAsync($"{Url}/preview", With(rules, r => r["bands"]!["hot"] = 50));
        nonsense.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await nonsense.JsonAsync()).GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldBe(["bands.warm"]);
        using var unknown = await admin.PostAsJsonAsync($"{Url}/preview", With(rules, r => r["bands"]!["lukewarm"] = 50));
        unknown.StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        using var previewed = await admin.PostAsJsonAsync($"{Url}/preview", With(rules, r => r["bands"]!["hot"] = 99));
        previewed.StatusCode.ShouldBe(HttpStatusCode.OK);
        var preview = await previewed.JsonAsync();
        preview.GetProperty("moves").EnumerateArray().Where(m => m.GetProperty("from").GetString() != m.GetProperty("to").GetString()).Sum(m => m.GetProperty("leads").GetInt32())
            .ShouldBe(preview.GetProperty("change_band").GetInt32());

        var more = With(rules, r => r["location"]!["target_zips"]!.AsArray().Add("99950"));
        using var saved = await PutAsync(admin, more, tag);
        saved.StatusCode.ShouldBe(HttpStatusCode.OK);
        var version = (await saved.JsonAsync()).GetProperty("version").GetInt32();
        saved.Headers.ETag!.Tag.ShouldBe($"\"{version}\"");
        using var stale = await PutAsync(admin, rules, tag);
        stale.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);

        // The host's own job does it, in the background.
        var done = await Eventually.GetAsync(
            () => admin.GetFromJsonAsync<JsonElement>($"{Url}/rescoring"), o => !o.GetProperty("is_running").GetBoolean(), "the open leads are scored anew");
        done.GetProperty("last").ShouldSatisfyAllConditions(
            l => l.GetProperty("state").GetString().ShouldBe("done"), l => l.GetProperty("rules_version").GetInt32().ShouldBe(version), l => l.GetProperty("changed").GetInt32().ShouldBe(0));

        using var back = await PutAsync(admin, rules, saved.Headers.ETag);
        back.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await admin.GetFromJsonAsync<JsonElement>($"{Url}/versions")).GetProperty("items").EnumerateArray().Take(2).Select(v => v.GetProperty("version").GetInt32()).ShouldBe([version + 1, version]);
    }

    private static JsonNode With(JsonObject rules, Action<JsonNode> change)
    {
        var copy = rules.DeepClone();
        change(copy);
        return copy;
    }

    private static async Task<HttpResponseMessage> PutAsync(HttpClient client, JsonNode rules, EntityTagHeaderValue? tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, Url) { Content = JsonContent.Create(rules) };
        if (tag is not null) request.Headers.IfMatch.Add(tag);
        return await client.SendAsync(request);
    }
}
