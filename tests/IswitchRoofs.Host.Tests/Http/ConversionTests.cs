using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace IswitchRoofs.Host.Tests.Http;

/// <summary>Won leads become customers (L5), whoever asks and however often.</summary>
[Collection(HostFixture.Shared)]
public sealed class ConversionTests(HostFixture host)
{
    [Fact]
    public async Task A_converted_lead_is_won_and_its_customer_and_project_can_be_read_at_once()
    {
        using var sales = await host.SignInAsync("sales");
        var (uri, _, lead) = await sales.HavingLeadAsync();

        var answer = await (await sales.PostAsJsonAsync($"{uri}/convert", new { create_project = true })).OkAsync();

        var won = answer.GetProperty("lead");
        var customerId = answer.GetProperty("customer_id").GetGuid();
        (won.GetProperty("status").GetString(), won.GetProperty("customer_id").GetGuid()).ShouldBe(("won", customerId));
        won.GetProperty("converted_at").ValueKind.ShouldBe(JsonValueKind.String);
        var customer = await (await sales.GetAsync($"/api/customers/{customerId}")).OkAsync();
        customer.GetProperty("email").GetString().ShouldBe(lead.GetProperty("email").GetString());
        customer.GetProperty("converted_from_lead_id").GetGuid().ShouldBe(lead.GetProperty("id").GetGuid());
        var project = await (await sales.GetAsync($"/api/projects/{answer.GetProperty("project_id").GetGuid()}")).OkAsync();
        (project.GetProperty("customer_id").GetGuid(), project.GetProperty("lead_id").GetGuid(), project.GetProperty("status").GetString())
            .ShouldBe((customerId, lead.GetProperty("id").GetGuid(), "planning"));

        (await (await sales.PostAsJsonAsync($"{uri}/convert", new { })).OkAsync()).GetRawText().ShouldBe(answer.GetRawText());
        await (await sales.SendAsync(HttpMethod.Patch, uri, new { notes = "late" })).ProblemAsync(409, "leads.already_converted");
    }

    [Fact]
    public async Task A_customer_with_the_same_address_or_the_one_that_is_chosen_is_linked()
    {
        using var sales = await host.SignInAsync("sales");
        var email = $"{Guid.CreateVersion7():N}@example.com";
        var customer = (await (await sales.PostAsJsonAsync("/api/customers", new { name = "Known Person", email })).OkAsync(HttpStatusCode.Created)).GetProperty("id").GetGuid();
        var (byEmail, _, _) = await sales.HavingLeadAsync();
        var (byChoice, _, _) = await sales.HavingLeadAsync();

        var first = await (await sales.PostAsJsonAsync($"{byEmail}/convert", new { email = email.ToUpperInvariant() })).OkAsync();
        var second = await (await sales.PostAsJsonAsync($"{byChoice}/convert", new { customer_id = customer })).OkAsync();

        new[] { first, second }.Select(a => a.GetProperty("customer_id").GetGuid()).ShouldBe([customer, customer]);
        first.GetProperty("project_id").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Fifty_who_convert_two_leads_with_one_address_at_once_get_one_customer_and_one_answer_each()
    {
        using var sales = await host.SignInAsync("sales");
        var email = $"{Guid.CreateVersion7():N}@example.com";
        var (first, _, _) = await sales.HavingLeadAsync();
        var (second, _, _) = await sales.HavingLeadAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(async i =>
        {
            using var answer = await sales.PostAsJsonAsync($"{(i % 2 == 0 ? first : second)}/convert", new { email, create_project = true });
            return (Lead: i % 2, Body: await answer.OkAsync());
        }));

        answers.Select(a => a.Body.GetProperty("customer_id").GetGuid()).Distinct().ShouldHaveSingleItem();
        answers.Select(a => (a.Lead, a.Body.GetRawText())).Distinct().Count().ShouldBe(2);
        var found = await (await sales.GetAsync($"/api/customers?q={email}")).OkAsync();
        found.GetProperty("total").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task What_cannot_become_a_customer_is_refused_by_field_or_reason()
    {
        using var sales = await host.SignInAsync("sales");
        using var tech = await host.SignInAsync("tech");
        var (lost, _, _) = await sales.HavingLeadAsync();
        await (await sales.PostAsJsonAsync($"{lost}/status", new { status = "lost", lost_reason = "price" })).OkAsync();
        var phoneOnly = await (await sales.PostAsJsonAsync("/api/leads?allow_duplicate=true", new
        {
            first_name = "Phone", last_name = "Only", phone = "(248) 555-0177", source = "phone_inquiry",
        })).OkAsync(HttpStatusCode.Created);
        var open = $"/api/leads/{phoneOnly.GetProperty("id").GetGuid()}";

        await (await sales.PostAsJsonAsync($"{lost}/convert", new { })).ProblemAsync(409, "leads.not_open");
        await (await sales.PostAsJsonAsync($"{open}/convert", new { })).ProblemAsync(400, field: "email");
        await (await sales.PostAsJsonAsync($"{open}/convert", new { email = "nonsense" })).ProblemAsync(400, field: "email");
        await (await sales.PostAsJsonAsync($"{open}/convert", new { customer_id = Guid.CreateVersion7() })).ProblemAsync(400, field: "customer_id");
        await (await sales.PostAsJsonAsync($"{open}/convert", new { surprise = 1 })).ProblemAsync(400, "unknown_field");
        await (await sales.SendAsync(HttpMethod.Post, $"{open}/convert", new { email = "a@example.com" }, ("If-Match", "\"1\""))).ProblemAsync(412);
        await (await sales.PostAsJsonAsync($"/api/leads/{Guid.CreateVersion7()}/convert", new { })).ProblemAsync(404, "leads.not_found");
        await (await tech.PostAsJsonAsync($"{open}/convert", new { })).ProblemAsync(403);
    }
}
