using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using IswitchRoofs.Shared.Application;

namespace IswitchRoofs.Host.Tests.Identity;

[Collection(HostFixture.Shared)]
public sealed class SavedViewsApiTests(HostFixture host)
{
    private readonly string _name = $"View {Guid.NewGuid():N}";

    [Fact]
    public async Task A_view_is_ones_own_until_it_is_shared_and_managers_put_it_right()
    {
        using var sales = await host.SignInAsync("sales");
        using var colleague = await host.SignInAsync("sales2");
        using var manager = await host.SignInAsync("manager");
        using var created = await sales.PostAsJsonAsync("/api/saved-views", new
        {
            list = "leads", name = _name, query = new { sort = "-score", temperature = "hot", q = "" }, columns = new[] { "phone", "score" },
        });
        created.StatusCode.ShouldBe(HttpStatusCode.Created);
        var address = created.Headers.Location!.ToString();
        var view = await ReadAsync(created);
        view.GetProperty("query").GetRawText().ShouldBe("""{"temperature":"hot","sort":"-score"}""");
        view.GetProperty("columns").GetRawText().ShouldBe("""["score","phone"]""", "their order is the list's");
        view.GetProperty("owner_id").GetGuid().ShouldBe(DemoPeople.Sales);

        await RefusedAsync(colleague.GetAsync(address), HttpStatusCode.NotFound, "views.not_found");
        await RefusedAsync(manager.DeleteAsync(address), HttpStatusCode.NotFound, "views.not_found");
        (await NamesAsync(colleague)).ShouldNotContain(_name);

        using var shared = await PatchAsync(sales, address, new { shared = true }, created.Headers.ETag);
        shared.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await NamesAsync(colleague)).ShouldContain(_name);
        await RefusedAsync(PatchAsync(sales, address, new { name = "Late" }, created.Headers.ETag), HttpStatusCode.PreconditionFailed, "stale_version");
        await RefusedAsync(PatchAsync(colleague, address, new { name = "Mine" }), HttpStatusCode.Forbidden, "views.not_yours");
        using var seen = await colleague.GetAsync(address);
        (await ReadAsync(seen)).GetProperty("may_change").GetBoolean().ShouldBeFalse();

        using var changed = await PatchAsync(manager, address, new { query = new { status = "new,contacted" } });
        (await ReadAsync(changed)).GetProperty("owner_id").GetGuid().ShouldBe(DemoPeople.Sales);
        using var removed = await manager.DeleteAsync(address);
        removed.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await NamesAsync(sales)).ShouldNotContain(_name);
        using var back = await sales.PostAsync($"{address}/restore", null);
        (await ReadAsync(back)).GetProperty("query").GetProperty("status").GetString().ShouldBe("new,contacted");

        using var trail = await (await host.SignInAsync("admin")).GetAsync($"/api/audit?entity_id={view.GetProperty("id").GetString()}");
        (await ReadAsync(trail)).GetProperty("items").EnumerateArray().Select(e => e.GetProperty("action").GetString()).ShouldBe(["restored", "deleted", "updated", "updated", "created"]);
        using var gone = await sales.DeleteAsync(address);
    }

    [Fact]
    public async Task What_is_wrong_with_a_view_is_told_by_field()
    {
        using var sales = await host.SignInAsync("sales");
        using var tech = await host.SignInAsync("tech");
        using var wrong = await sales.PostAsJsonAsync("/api/saved-views", new
        {
            list = "leads", name = " ", query = new { colour = "red", status = "newish" }, columns = new[] { "score", "shoe_size" },
        });
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await ReadAsync(wrong)).GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldBe(["name", "query.colour", "query.status", "columns[1]"], ignoreOrder: true);
        using var elsewhere = await sales.PostAsJsonAsync("/api/saved-views", new { list = "planets", name = _name });
        (await ReadAsync(elsewhere)).GetProperty("errors").EnumerateObject().Single().Name.ShouldBe("list");

        using var first = await sales.PostAsJsonAsync("/api/saved-views", new { list = "leads", name = _name });
        using var taken = await sales.PostAsJsonAsync("/api/saved-views", new { list = "leads", name = _name.ToUpperInvariant() });
        taken.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var problem = await ReadAsync(taken);
        problem.GetProperty("code").GetString().ShouldBe("views.name_taken");
        problem.GetProperty("errors").TryGetProperty("name", out _).ShouldBeTrue();
        using var gone = await sales.DeleteAsync(first.Headers.Location);

        await RefusedAsync(tech.GetAsync("/api/saved-views?list=leads"), HttpStatusCode.Forbidden, "views.list_not_yours");
        await RefusedAsync(tech.PostAsJsonAsync("/api/saved-views", new { list = "leads", name = _name }), HttpStatusCode.Forbidden, "views.list_not_yours");
    }

    [Fact]
    public async Task Columns_are_chosen_once_and_given_up_again()
    {
        using var sales = await host.SignInAsync("sales2");
        using var before = await sales.GetAsync("/api/list-columns/leads");
        var usual = (await ReadAsync(before)).GetProperty("columns").GetRawText();

        using var chosen = await sales.PutAsJsonAsync("/api/list-columns/leads", new { columns = new[] { "phone", "status" } });
        chosen.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ReadAsync(chosen)).GetProperty("columns").GetRawText().ShouldBe("""["status","phone"]""");
        using var unknown = await sales.PutAsJsonAsync("/api/list-columns/leads", new { columns = new[] { "shoe_size" } });
        (await ReadAsync(unknown)).GetProperty("errors").EnumerateObject().Single().Name.ShouldBe("columns[0]");

        using var given = await sales.PutAsJsonAsync("/api/list-columns/leads", new { });
        var after = await ReadAsync(given);
        after.GetProperty("columns").GetRawText().ShouldBe(usual);
        after.GetProperty("chosen").GetBoolean().ShouldBeFalse();
    }

    private static async Task<HttpResponseMessage> PatchAsync(HttpClient client, string address, object fields, EntityTagHeaderValue? ifMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, address) { Content = JsonContent.Create(fields) };
        if (ifMatch is not null) request.Headers.IfMatch.Add(ifMatch);
        return await client.SendAsync(request);
    }

    private static async Task RefusedAsync(Task<HttpResponseMessage> sending, HttpStatusCode status, string code)
    {
        using var answer = await sending;
        answer.StatusCode.ShouldBe(status);
        (await ReadAsync(answer)).GetProperty("code").GetString().ShouldBe(code);
    }

    private static async Task<string?[]> NamesAsync(HttpClient client)
    {
        using var answer = await client.GetAsync("/api/saved-views?list=leads");
        return [.. (await ReadAsync(answer)).GetProperty("items").EnumerateArray().Select(v => v.GetProperty("name").GetString())];
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
}
