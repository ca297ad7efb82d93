using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using IswitchRoofs.Host.Tests.Http;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.TestKit;

namespace IswitchRoofs.Host.Tests.Customers;

[Collection(HostFixture.Shared)]
public sealed class InteractionsApiTests(HostFixture host)
{
    [Fact]
    public async Task An_outbound_call_within_two_minutes_makes_the_contracts_lead_a_93()
    {
        using var sales = await host.SignInAsync("sales");
        var lead = await HavingLeadAsync(sales);
        lead.GetProperty("score").GetInt32().ShouldBe(81);
        var id = lead.GetProperty("id").GetGuid();

        using var answer = await sales.PostAsJsonAsync("/api/interactions", new { lead_id = id, interaction_type = "phone_call", direction = "outbound", outcome = "successful" });
        var call = await answer.OkAsync(HttpStatusCode.Created);

        call.GetProperty("user_id").GetGuid().ShouldBe(DemoPeople.Sales);
        answer.Headers.Location!.ToString().ShouldBe($"/api/interactions/{call.GetProperty("id").GetGuid()}");
        await Eventually.HoldsAsync(async () => (await LeadAsync(sales, id)).GetProperty("score").GetInt32() == 93, "the lead hears of the call");
        var now = await LeadAsync(sales, id);
        now.GetProperty("status").GetString().ShouldBe("contacted");
        now.GetProperty("response_minutes").GetInt32().ShouldBeInRange(0, 2);
        now.GetProperty("interaction_count").GetInt32().ShouldBe(1);
        now.GetProperty("last_contact_at").GetDateTimeOffset().ShouldBe(call.GetProperty("occurred_at").GetDateTimeOffset());
        var history = (await (await sales.GetAsync($"/api/leads/{id}/history")).OkAsync()).GetProperty("items").EnumerateArray().ToArray();
        history.Single(h => h.GetProperty("kind").GetString() == "score").GetProperty("reason").GetString().ShouldBe("Logged: phone call");
    }

    [Fact]
    public async Task An_interaction_is_logged_read_corrected_deleted_and_restored()
    {
        using var sales = await host.SignInAsync("sales");
        using var manager = await host.SignInAsync("manager");
        var customer = await HavingCustomerAsync(sales);
        using var logged = await sales.PostAsJsonAsync("/api/interactions", new { customer_id = customer, interaction_type = "note", notes = "Has two dogs" });
        (await logged.OkAsync(HttpStatusCode.Created)).GetProperty("direction").GetString().ShouldBe("internal");
        var url = logged.Headers.Location!.ToString();

        using var corrected = await PatchAsync(sales, url, """{"notes":"Has three dogs","follow_up_on":"2030-01-15","promise":"Bring a treat"}""");
        (await corrected.OkAsync()).GetProperty("promise").GetString().ShouldBe("Bring a treat");
        using var moved = await PatchAsync(sales, url, $$"""{"customer_id":"{{Guid.CreateVersion7()}}"}""");
        await moved.ProblemAsync(400, "unknown_field", "customer_id");
        using var stale = await PatchAsync(sales, url, """{"notes":"x"}""", logged.Headers.ETag!.Tag);
        stale.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);

        using var completed = await sales.PostAsJsonAsync($"{url}/complete-follow-up", new { next = new { interaction_type = "site_visit", direction = "outbound" } });
        var done = await completed.OkAsync();
        done.GetProperty("follow_up_completed_at").ValueKind.ShouldBe(JsonValueKind.String);
        done.GetProperty("next").GetProperty("customer_id").GetGuid().ShouldBe(customer);
        using var again = await sales.PostAsync($"{url}/complete-follow-up", null);
        await again.ProblemAsync(409, "interactions.follow_up_done");

        using var forbidden = await sales.DeleteAsync(url);
        forbidden.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var deleted = await manager.DeleteAsync(url);
        deleted.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await manager.GetAsync(url)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var restored = await manager.PostAsync($"{url}/restore", null);
        restored.StatusCode.ShouldBe(HttpStatusCode.OK);
        await Eventually.HoldsAsync(
            async () => (await (await sales.GetAsync($"/api/customers/{customer}")).OkAsync()).GetProperty("interaction_count").GetInt32() == 2, "the customer counts both");
    }

    [Theory]
    [InlineData("""{"interaction_type":"phone_call","direction":"outbound"}""", "customer_id")]
    [InlineData("""{"interaction_type":"pigeon","direction":"outbound"}""", "interaction_type")]
    [InlineData("""{"interaction_type":"phone_call"}""", "direction")]
    [InlineData("""{"interaction_type":"note","lead_id":"019a0000-0000-7000-8000-000000000001","occurred_at":"2099-01-01T00:00:00Z"}""", "occurred_at")]
    [InlineData("""{"interaction_type":"note","lead_id":"019a0000-0000-7000-8000-000000000001","duration_minutes":-1}""", "duration_minutes")]
    [InlineData("""{"interaction_type":"note","lead_id":"019a0000-0000-7000-8000-000000000001","promise":"Soon"}""", "follow_up_on")]
    [InlineData("""{"interaction_type":"note","lead_id":"019a0000-0000-7000-8000-000000000001","user_id":"019a0000-0000-7000-8000-000000000001"}""", "user_id")]
    [InlineData("""{"interaction_type":"note","customer_id":"019a0000-0000-7000-8000-000000000001"}""", "customer_id")]
    public async Task A_wrong_or_unknown_field_is_named(string body, string field)
    {
        using var sales = await host.SignInAsync("sales");

        using var refused = await sales.PostAsync("/api/interactions", new StringContent(body, Encoding.UTF8, "application/json"));

        await refused.ProblemAsync(400, field: field);
    }

    [Fact]
    public async Task The_list_is_filtered_walked_by_cursor_and_refuses_what_it_does_not_know()
    {
        using var sales = await host.SignInAsync("sales");
        var customer = await HavingCustomerAsync(sales);
        for (var i = 0; i < 5; i++)
        {
            using var logged = await sales.PostAsJsonAsync("/api/interactions", new
            {
                customer_id = customer, interaction_type = i == 0 ? "email" : "phone_call", direction = i == 1 ? "inbound" : "outbound",
                outcome = i == 2 ? "no_answer" : "successful", occurred_at = $"2026-0{i + 1}-10T12:00:00Z", follow_up_on = i == 3 ? "2026-05-01" : null,
            });
            await logged.OkAsync(HttpStatusCode.Created);
        }

        foreach (var (filter, count) in new[]
        {
            ("", 5), ("interaction_type=email", 1), ("interaction_type=email,phone_call", 5), ("direction=inbound", 1), ("outcome=no_answer", 1), ("user_id=me", 5),
            ("from=2026-02-01&to=2026-04-10", 3), ("from=2026-02-10T12:00:00Z&to=2026-04-10T12:00:00Z", 3), ("to=2026-01-10T11:59:59Z", 0), ("follow_up=overdue", 1), ("follow_up=due", 1), ("follow_up=none", 4),
        })
            (await (await sales.GetAsync($"/api/interactions?customer_id={customer}&{filter}")).OkAsync()).GetProperty("total").GetInt32().ShouldBe(count, filter);

        var page = await (await sales.GetAsync($"/api/customers/{customer}/interactions?sort=-occurred_at&per_page=3")).OkAsync();
        var rest = await (await sales.GetAsync($"/api/customers/{customer}/interactions?sort=-occurred_at&per_page=3&cursor={page.GetProperty("next_cursor").GetString()}")).OkAsync();
        page.GetProperty("items").EnumerateArray().Concat(rest.GetProperty("items").EnumerateArray())
            .Select(i => i.GetProperty("occurred_at").GetDateTimeOffset().Month).ShouldBe([5, 4, 3, 2, 1]);

        var due = await (await sales.GetAsync("/api/interactions/follow-ups?days=0")).OkAsync();
        due.GetProperty("overdue").EnumerateArray().ShouldContain(i => i.GetProperty("customer_id").GetGuid() == customer);
        (await (await sales.GetAsync($"/api/interactions/stats?customer_id={customer}&from=2026-01-01&to=2026-12-31")).OkAsync()).GetProperty("outbound").GetInt32().ShouldBe(4);
        foreach (var wrong in new[] { "?nope=1", "?per_page=101", "?follow_up=soon", "?user_id=x", "?from=yesterday", "/follow-ups?days=-1", "/stats?to=x" })
        {
            using var refused = await sales.GetAsync($"/api/interactions{wrong}");
            refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest, wrong);
        }
    }

    [Fact]
    public async Task A_repeated_key_logs_once()
    {
        using var sales = await host.SignInAsync("sales");
        var customer = await HavingCustomerAsync(sales);
        var key = Guid.CreateVersion7().ToString();

        for (var i = 0; i < 2; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/interactions")
            {
                Content = JsonContent.Create(new { customer_id = customer, interaction_type = "sms", direction = "outbound" }),
            };
            request.Headers.Add("Idempotency-Key", key);
            using var answer = await sales.SendAsync(request);
            await answer.OkAsync(HttpStatusCode.Created);
            answer.Headers.Contains("Idempotency-Replayed").ShouldBe(i == 1);
        }

        (await (await sales.GetAsync($"/api/interactions?customer_id={customer}")).OkAsync()).GetProperty("total").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task A_field_tech_logs_with_customers_of_assigned_projects_only()
    {
        using var tech = await host.SignInAsync("tech");
        using var tech2 = await host.SignInAsync("tech2");
        var mine = (await (await tech.GetAsync("/api/customers?per_page=1")).OkAsync()).GetProperty("items")[0].GetProperty("id").GetGuid();
        var visit = new { customer_id = mine, interaction_type = "site_visit", direction = "outbound" };

        using var logged = await tech.PostAsJsonAsync("/api/interactions", visit);
        await logged.OkAsync(HttpStatusCode.Created);
        using var refused = await tech2.PostAsJsonAsync("/api/interactions", visit);
        await refused.ProblemAsync(400, "interactions.customer_unknown");

        (await tech2.GetAsync(logged.Headers.Location)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await tech2.GetAsync($"/api/customers/{mine}/interactions")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await tech2.GetAsync("/api/interactions")).OkAsync()).GetProperty("total").GetInt32().ShouldBe(0);
        (await PatchAsync(tech, logged.Headers.Location!.ToString(), "{}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<JsonElement> HavingLeadAsync(HttpClient client)
    {
        using var answer = await client.PostAsJsonAsync("/api/leads", new
        {
            first_name = "Clara", last_name = "Clock", email = $"{Guid.CreateVersion7():N}@example.com", source = "website_form",
            zip_code = "48009", property_value = 650000, urgency = "immediate", project_type = "full_replacement", assigned_to = DemoPeople.Sales,
        });
        return await answer.OkAsync(HttpStatusCode.Created);
    }

    private static async Task<Guid> HavingCustomerAsync(HttpClient client)
    {
        using var answer = await client.PostAsJsonAsync("/api/customers", new { name = "Inga Action", email = $"{Guid.CreateVersion7():N}@example.com" });
        return (await answer.OkAsync(HttpStatusCode.Created)).GetProperty("id").GetGuid();
    }

    private static async Task<JsonElement> LeadAsync(HttpClient client, Guid id) => await (await client.GetAsync($"/api/leads/{id}")).OkAsync();

    private static async Task<HttpResponseMessage> PatchAsync(HttpClient client, string url, string body, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, url) { Content = new StringContent(body, Encoding.UTF8, "application/merge-patch+json") };
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await client.SendAsync(request);
    }
}
