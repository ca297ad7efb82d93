using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using IswitchRoofs.TestKit;

namespace IswitchRoofs.Host.Tests.Http;

/// <summary>Imports as an integration uses them: over REST, with the background and the other modules at work.</summary>
[Collection(HostFixture.Shared)]
public sealed class LeadImportTests(HostFixture host)
{
    [Fact]
    public async Task A_file_is_uploaded_mapped_checked_corrected_run_and_undone()
    {
        using var manager = await host.SignInAsync("manager");
        var family = $"Imp{Guid.NewGuid():N}"[..12];
        var csv = $"Name;E-mail;Zip;Home value\nAnn {family};ann.{family}@example.org;48009;\"$650,000\"\nBob {family};=bob;48009;\nCy {family};cy.{family}@example.org;;\n";
        using var uploaded = await UploadAsync(manager, csv);
        var import = await uploaded.OkAsync(HttpStatusCode.Created);
        var address = uploaded.Headers.Location!.OriginalString;
        address.ShouldBe($"/api/leads/imports/{import.GetProperty("id").GetString()}");
        uploaded.Headers.ETag.ShouldNotBeNull();
        import.GetProperty("status").GetString().ShouldBe("mapping");
        import.GetProperty("delimiter").GetString().ShouldBe(";");
        import.GetProperty("columns").EnumerateArray().Select(c => c.GetProperty("field").GetString()).ShouldBe(["full_name", "email", "zip_code", "property_value"]);

        using var stale = await manager.SendAsync(HttpMethod.Put, $"{address}/mapping", Mapping("referral"), ("If-Match", "\"1\""));
        await stale.ProblemAsync(412, "stale_version");
        using var mapped = await manager.SendAsync(HttpMethod.Put, $"{address}/mapping", Mapping("referral"));
        (await mapped.OkAsync()).GetProperty("default_source").GetString().ShouldBe("referral");
        using var early = await manager.SendAsync(HttpMethod.Post, $"{address}/run");
        await early.ProblemAsync(409, "leads.import_not_ready");

        using var validated = await manager.SendAsync(HttpMethod.Post, $"{address}/validate");
        var found = await validated.OkAsync();
        found.GetProperty("counts").GetProperty("new").GetInt32().ShouldBe(2);
        var problem = found.GetProperty("problems")[0];
        problem.GetProperty("row_no").GetInt32().ShouldBe(3);
        problem.GetProperty("problems")[0].GetProperty("field").GetString().ShouldBe("email");
        using var invalid = await manager.GetAsync($"{address}/invalid.csv");
        (await invalid.Content.ReadAsStringAsync()).ShouldContain($"3,email must be an e-mail address such as ann@example.com.,Bob {family},'=bob,48009");

        using var corrected = await manager.SendAsync(HttpMethod.Patch, $"{address}/rows/3", new { values = new Dictionary<string, string> { ["E-mail"] = $"bob.{family}@example.org" } });
        (await corrected.OkAsync()).GetProperty("state").GetString().ShouldBe("new");
        using var rows = await manager.GetAsync($"{address}/rows?state=new&per_page=2");
        var page = await rows.OkAsync();
        page.GetProperty("total").GetInt32().ShouldBe(3);
        using var rest = await manager.GetAsync($"{address}/rows?state=new&per_page=2&cursor={page.GetProperty("next_cursor").GetString()}");
        (await rest.OkAsync()).GetProperty("items")[0].GetProperty("row_no").GetInt32().ShouldBe(4);

        using var run = await manager.SendAsync(HttpMethod.Post, $"{address}/run", headers: ("Idempotency-Key", family));
        await run.OkAsync(HttpStatusCode.Accepted);
        using var again = await manager.SendAsync(HttpMethod.Post, $"{address}/run", headers: ("Idempotency-Key", family));
        again.Headers.Contains("Idempotency-Replayed").ShouldBeTrue();
        (await EndedAsync(manager, address, "completed")).GetProperty("counts").GetProperty("created").GetInt32().ShouldBe(3);
        (await CountAsync(manager, family)).ShouldBe(3);
        await host.RelayedAsync();
        using var news = await manager.GetAsync("/api/notifications?type=alert");
        (await news.OkAsync()).GetProperty("items").EnumerateArray().Count(n => n.GetProperty("entity_id").GetString() == import.GetProperty("id").GetString()).ShouldBe(1, "one word at the end, none for each lead");

        using var undone = await manager.SendAsync(HttpMethod.Post, $"{address}/undo");
        await undone.OkAsync(HttpStatusCode.Accepted);
        (await EndedAsync(manager, address, "undone")).GetProperty("counts").GetProperty("undone").GetInt32().ShouldBe(3);
        (await CountAsync(manager, family)).ShouldBe(0);
        using var list = await manager.GetAsync("/api/leads/imports?status=undone");
        (await list.OkAsync()).GetProperty("items").EnumerateArray().ShouldContain(i => i.GetProperty("id").GetString() == import.GetProperty("id").GetString());
    }

    [Fact]
    public async Task The_other_modules_hear_of_imported_leads_and_of_their_going()
    {
        using var manager = await host.SignInAsync("manager");
        var family = $"Imp{Guid.NewGuid():N}"[..12];
        using var uploaded = await UploadAsync(manager, $"Name,E-mail,Source\nAnn {family},ann.{family}@example.org,Referral\n");
        var address = uploaded.Headers.Location!.OriginalString;
        (await manager.SendAsync(HttpMethod.Post, $"{address}/validate")).Dispose();
        (await manager.SendAsync(HttpMethod.Post, $"{address}/run")).Dispose();
        await EndedAsync(manager, address, "completed");
        await host.RelayedAsync();
        var lead = await host.Database.ScalarAsync<Guid>($"SELECT id FROM leads.leads WHERE last_name = '{family}'");

        (await KnownAsync(lead)).ShouldBe((1, 1, 1, 1));
        (await manager.SendAsync(HttpMethod.Post, $"{address}/undo")).Dispose();
        await EndedAsync(manager, address, "undone");
        await host.RelayedAsync();

        (await KnownAsync(lead)).ShouldBe((0, 0, 1, 0));
    }

    [Fact]
    public async Task What_is_no_list_of_leads_is_refused_by_the_field_file()
    {
        using var manager = await host.SignInAsync("manager");
        using var nothing = await UploadAsync(manager, "");
        await nothing.ProblemAsync(400, "leads.import_file_unreadable", "file");
        using var other = await UploadAsync(manager, "Name\nAnn\n", part: "data");
        await other.ProblemAsync(400, "leads.import_file_unreadable", "file");
        using var large = await UploadAsync(manager, "Name\n" + new string('x', 20 * 1024 * 1024));
        await large.ProblemAsync(413, "body_too_large");
        using var unknown = await manager.GetAsync($"/api/leads/imports/{Guid.NewGuid()}");
        await unknown.ProblemAsync(404, "leads.import_not_found");
        using var query = await manager.GetAsync("/api/leads/imports?state=new");
        await query.ProblemAsync(400, field: "state");
    }

    [Fact]
    public async Task Importing_is_not_for_sales()
    {
        using var sales = await host.SignInAsync("sales");
        using var answer = await UploadAsync(sales, "Name\nAnn\n");
        await answer.ProblemAsync(403);
    }

    private static object Mapping(string source) => new
    {
        mapping = new Dictionary<string, string?> { ["Name"] = "full_name", ["E-mail"] = "email", ["Zip"] = "zip_code", ["Home value"] = "property_value" },
        default_source = source,
    };

    internal static async Task<HttpResponseMessage> UploadAsync(HttpClient client, string csv, string part = "file")
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(csv));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var form = new MultipartFormDataContent { { content, part, "my leads.csv" } };
        return await client.PostAsync("/api/leads/imports", form);
    }

    internal static Task<JsonElement> EndedAsync(HttpClient client, string address, string status) => Eventually.GetAsync(
        async () =>
        {
            using var answer = await client.GetAsync(address);
            return await answer.OkAsync();
        },
        import => import.GetProperty("status").GetString() == status, $"the import to be {status}", TimeSpan.FromSeconds(20));

    private static async Task<int> CountAsync(HttpClient client, string family)
    {
        using var answer = await client.GetAsync($"/api/leads?q={family}");
        return (await answer.OkAsync()).GetProperty("total").GetInt32();
    }

    private async Task<(long Facts, long Work, long Customers, long Subjects)> KnownAsync(Guid lead) => (
        await host.Database.ScalarAsync<long>($"SELECT count(*) FROM analytics.lead_facts WHERE lead_id = '{lead}' AND NOT is_deleted AND source = 'referral'"),
        await host.Database.ScalarAsync<long>($"SELECT count(*) FROM identity.work_items WHERE id = '{lead}' AND NOT is_deleted"),
        await host.Database.ScalarAsync<long>($"SELECT count(*) FROM customers.lead_refs WHERE lead_id = '{lead}'"),
        await host.Database.ScalarAsync<long>($"SELECT count(*) FROM scheduling.subject_refs WHERE id = '{lead}' AND NOT is_deleted"));
}
