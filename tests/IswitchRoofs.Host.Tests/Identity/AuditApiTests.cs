using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IswitchRoofs.Host.Tests.Http;
using IswitchRoofs.Shared.Application;

namespace IswitchRoofs.Host.Tests.Identity;

[Collection(HostFixture.Shared)]
public sealed class AuditApiTests(HostFixture host)
{
    [Fact]
    public async Task The_trail_of_a_record_tells_who_changed_which_field_from_what_to_what()
    {
        using var manager = await host.SignInAsync("manager");
        var (uri, _, lead) = await manager.HavingLeadAsync();
        (await manager.SendAsync(HttpMethod.Patch, uri, new { city = "Troy" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await manager.DeleteAsync(uri)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        using var admin = await host.SignInAsync("admin");
        var trail = await ItemsAsync(admin, $"entity_type=lead&entity_id={lead.GetProperty("id").GetGuid()}&actor_id={DemoPeople.Manager}");

        trail.Select(e => e.GetProperty("action").GetString()).ShouldBe(["deleted", "updated", "created"]);
        var change = trail[1].GetProperty("changes").EnumerateArray().Single(c => c.GetProperty("field").GetString() == "city");
        change.GetProperty("new").GetString().ShouldBe("Troy");
        trail.ShouldAllBe(e => e.GetProperty("ip").GetString() != null && e.GetProperty("trace_id").GetString() != null);
        (await ItemsAsync(admin, $"entity_id={lead.GetProperty("id").GetGuid()}&action=created&from=2020-01-01&to=2020-12-31")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Pages_over_all_modules_follow_each_other_without_gap_or_repeat()
    {
        using var admin = await host.SignInAsync("admin");
        var until = Uri.EscapeDataString(DateTimeOffset.UtcNow.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        var whole = await ItemsAsync(admin, $"to={until}&per_page=60");

        var walked = new List<JsonElement>();
        var cursor = "";
        while (walked.Count < 60)
        {
            var page = await admin.GetFromJsonAsync<JsonElement>($"/api/audit?to={until}&per_page=20{cursor}");
            walked.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = $"&cursor={page.GetProperty("next_cursor").GetString()}";
        }

        walked.Select(e => e.GetProperty("id").GetGuid()).ShouldBe(whole.Select(e => e.GetProperty("id").GetGuid()));
        whole.Select(e => e.GetProperty("entity_type").GetString()).Distinct().Count().ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task No_module_lets_its_trail_be_changed()
    {
        foreach (var schema in (string[])["identity", "customers", "leads", "projects", "scheduling", "analytics"])
        {
            var refusal = await Should.ThrowAsync<Npgsql.PostgresException>(() => host.Database.ExecuteAsync($"DELETE FROM {schema}.audit_entries"));
            refusal.MessageText.ShouldContain("append-only");
        }
    }

    private static async Task<JsonElement[]> ItemsAsync(HttpClient client, string query) =>
        [.. (await client.GetFromJsonAsync<JsonElement>($"/api/audit?{query}")).GetProperty("items").EnumerateArray()];
}
