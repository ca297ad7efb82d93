using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using IswitchRoofs.Shared.Application;

namespace IswitchRoofs.Host.Tests.Customers;

[Collection(HostFixture.Shared)]
public sealed class CustomersApiTests(HostFixture host)
{
    [Fact]
    public async Task A_customer_is_created_read_changed_deleted_and_restored()
    {
        using var manager = await host.SignInAsync("manager");
        using var created = await manager.PostAsJsonAsync("/api/customers", new { name = "Walter Roe", email = Email(), phone = "(248) 644-0177" });
        created.StatusCode.ShouldBe(HttpStatusCode.Created);
        var url = created.Headers.Location!.ToString();
        var tag = created.Headers.ETag!;
        (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("phone").GetString().ShouldBe("+12486440177");

        using var conditional = new HttpRequestMessage(HttpMethod.Get, url);
        conditional.Headers.IfNoneMatch.Add(tag);
        using var unchanged = await manager.SendAsync(conditional);
        unchanged.StatusCode.ShouldBe(HttpStatusCode.NotModified);

        using var changed = await PatchAsync(manager, url, """{"city":"Troy"}""", tag.Tag);
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var stale = await PatchAsync(manager, url, """{"city":"Novi"}""", tag.Tag);
        stale.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);

        using var deleted = await manager.DeleteAsync(url);
        deleted.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using var gone = await manager.GetAsync(url);
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var restored = await manager.PostAsync($"{url}/restore", null);
        restored.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_equal_email_is_a_conflict_that_names_the_other()
    {
        using var sales = await host.SignInAsync("sales");

        using var refused = await sales.PostAsJsonAsync("/api/customers", new { name = "Somebody", email = "PATRICIA.novak@example.com" });

        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("code").GetString().ShouldBe("customers.email_taken");
        problem.GetProperty("existing_customer").GetProperty("id").GetGuid().ShouldBe(DemoPeople.Customer(1));
    }

    [Theory]
    [InlineData("""{"name":"A B","email":"ab@example.com","lifetime_value":5}""", "lifetime_value")]
    [InlineData("""{"name":"A","email":"ab@example.com"}""", "name")]
    [InlineData("""{"name":"A B"}""", "email")]
    [InlineData("""{"name":"A B","email":"ab@example.com","roof_age":"old"}""", "roof_age")]
    public async Task A_wrong_or_unknown_field_is_named(string body, string field)
    {
        using var sales = await host.SignInAsync("sales");

        using var refused = await sales.PostAsync("/api/customers", new StringContent(body, Encoding.UTF8, "application/json"));

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty(field, out _).ShouldBeTrue();
    }

    [Fact]
    public async Task A_repeated_key_answers_the_first_outcome()
    {
        using var sales = await host.SignInAsync("sales");
        var body = new { name = "Once Only", email = Email() };
        var key = Guid.CreateVersion7().ToString();

        using var first = await PostOnceAsync(sales, body, key);
        using var second = await PostOnceAsync(sales, body, key);

        first.StatusCode.ShouldBe(HttpStatusCode.Created);
        second.StatusCode.ShouldBe(HttpStatusCode.Created);
        second.Headers.Contains("Idempotency-Replayed").ShouldBeTrue();
        (await second.Content.ReadAsStringAsync()).ShouldBe(await first.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_list_is_filtered_sorted_and_walked_by_cursor()
    {
        using var sales = await host.SignInAsync("sales");
        var met = new HashSet<Guid>();
        string? cursor = null;
        do
        {
            var page = await sales.GetFromJsonAsync<JsonElement>($"/api/customers?customer_type=residential&per_page=15&sort=name{(cursor is null ? "" : $"&cursor={cursor}")}");
            foreach (var item in page.GetProperty("items").EnumerateArray()) met.Add(item.GetProperty("id").GetGuid()).ShouldBeTrue();
            cursor = page.GetProperty("next_cursor").GetString();
        }
        while (cursor is not null);
        met.Count.ShouldBeGreaterThanOrEqualTo(32);

        var premium = await sales.GetFromJsonAsync<JsonElement>("/api/customers?segment=premium&sort=-lifetime_value");
        premium.GetProperty("items")[0].GetProperty("status").GetString().ShouldBe("vip");
        foreach (var wrong in new[] { "nope=1", "per_page=101", "sort=shoe_size", "segment=rich", "lifetime_value_min=abc" })
        {
            using var refused = await sales.GetAsync($"/api/customers?{wrong}");
            refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest, wrong);
        }
    }

    [Fact]
    public async Task Field_technicians_see_the_customers_of_their_projects_only()
    {
        using var tech = await host.SignInAsync("tech");
        using var tech2 = await host.SignInAsync("tech2");
        using var anonymous = host.NewClient();

        (await tech.GetFromJsonAsync<JsonElement>("/api/customers")).GetProperty("total").GetInt32().ShouldBeGreaterThan(10);
        (await tech2.GetFromJsonAsync<JsonElement>("/api/customers")).GetProperty("total").GetInt32().ShouldBe(0);
        using var invisible = await tech2.GetAsync($"/api/customers/{DemoPeople.Customer(1)}");
        invisible.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var forbidden = await tech.PostAsJsonAsync("/api/customers", new { name = "X Y", email = Email() });
        forbidden.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var unknown = await anonymous.GetAsync("/api/customers");
        unknown.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static string Email() => $"{Guid.CreateVersion7():N}@example.com";

    private static async Task<HttpResponseMessage> PatchAsync(HttpClient client, string url, string body, string ifMatch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, url) { Content = new StringContent(body, Encoding.UTF8, "application/merge-patch+json") };
        request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await client.SendAsync(request);
    }

    private static async Task<HttpResponseMessage> PostOnceAsync(HttpClient client, object body, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/customers") { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key);
        return await client.SendAsync(request);
    }
}
