using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using IswitchRoofs.Host.Areas.Leads.Pages;
using IswitchRoofs.Host.Tests.Http;

namespace IswitchRoofs.Host.Tests.Web;

[Collection(HostFixture.Shared)]
public sealed partial class LeadRecordPageTests(HostFixture host)
{
    [Theory]
    [InlineData("q=a%26b&status=new&sort=-score&p=3", "q=a%26b&status=new&sort=-score&p=3")]
    [InlineData("?sort=-score&handler=Delete&id=1", "sort=-score")]
    [InlineData("https://evil.example/?q=x", null)]
    [InlineData("//evil.example", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Of_the_list_that_an_address_names_only_what_the_list_knows_is_taken(string? given, string? taken) =>
        LeadListState.Read(given)?.ToString().ShouldBe(taken);

    [Fact]
    public async Task A_fact_is_changed_by_itself_with_the_version_that_was_seen_and_only_if_it_is_one()
    {
        var (id, browser) = await HavingAsync();
        using var mine = browser;
        var page = await browser.GetStringAsync($"/Leads/Details/{id}?in=sort%3Dshoe_size%26q%3Dhttps://evil.example");
        page.ShouldNotContain("record-walk", Case.Sensitive, "an order that the list does not have is no list");
        page.ShouldNotContain("evil.example");
        var version = Version().Match(page).Groups[1].Value;

        (await SendAsync(("Form.CreatedBy", "me"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await SendAsync(("Form.FirstName", "Zed"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest, "a name is changed on the edit page");
        (await SendAsync()).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        var wrong = await SendAsync(("Form.BudgetMin", "much"), ("Form.BudgetMax", "5"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await wrong.Content.ReadFromJsonAsync<JsonElement>()).EnumerateObject().Select(e => e.Name).ShouldBe(["BudgetMin"]);

        var taken = await SendAsync(("Form.Tags", "storm, vip"));
        taken.StatusCode.ShouldBe(HttpStatusCode.OK);
        var text = await taken.Content.ReadAsStringAsync();
        text.ShouldContain("storm, vip");
        text.ShouldContain($"hx-get=\"/Leads/Details/{id}\"", Case.Sensitive, "the page refreshes itself, not the handler");

        var late = await SendAsync(("Form.Tags", "old"));
        late.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await late.Content.ReadAsStringAsync()).ShouldContain("storm, vip");

        async Task<HttpResponseMessage> SendAsync(params (string Name, string Value)[] fields)
        {
            using var body = new FormUrlEncodedContent([new("version", version), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/Leads/Details/{id}?handler=Fact") { Content = body };
            request.Headers.Add("X-CSRF-TOKEN", Csrf().Match(page).Groups[1].Value);
            return await browser.SendAsync(request);
        }
    }

    [Fact]
    public async Task A_peek_shows_the_essentials_and_says_when_the_lead_was_deleted()
    {
        var (id, browser) = await HavingAsync();
        using var mine = browser;
        (await browser.GetStringAsync($"/Leads/Details/{id}?handler=Peek")).ShouldContain("Write to Pia");

        using var manager = await host.SignInAsync("manager");
        using (var deleted = await manager.DeleteAsync($"/api/leads/{id}")) deleted.StatusCode.ShouldBe(HttpStatusCode.NoContent);

        using var gone = await browser.GetAsync($"/Leads/Details/{id}?handler=Peek");
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await gone.Content.ReadAsStringAsync()).ShouldContain("This lead is no longer there");
    }

    [Fact]
    public async Task Who_has_the_same_address_is_shown_on_the_record_and_told_to_integrations()
    {
        using var sales = await host.SignInAsync("sales");
        var street = $"{Guid.CreateVersion7():N} Elm St";
        var ids = new List<Guid>();
        foreach (var name in new[] { "Ida", "Ivo" })
        {
            using var created = await sales.PostAsJsonAsync("/api/leads", new
            {
                first_name = name, last_name = "Twin", email = $"{Guid.CreateVersion7():N}@example.com", address = street, zip_code = "48009", source = "referral", allow_duplicate = true,
            });
            ids.Add((await created.OkAsync(HttpStatusCode.Created)).GetProperty("id").GetGuid());
        }

        using var answer = await sales.GetAsync($"/api/leads/{ids[0]}/duplicates");
        var other = (await answer.OkAsync()).GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        (other.GetProperty("entity_type").GetString(), other.GetProperty("id").GetGuid(), other.GetProperty("matched_on").GetString()).ShouldBe(("lead", ids[1], "address"));
        using var unknown = await sales.GetAsync($"/api/leads/{Guid.CreateVersion7()}/duplicates");
        await unknown.ProblemAsync(404, "leads.not_found");

        using var browser = await host.SignInToPagesAsync("sales");
        (await browser.GetStringAsync($"/Leads/Details/{ids[1]}")).ShouldContain("""<a href="/Leads/Details/""" + ids[0] + "\">Ida Twin</a>");
        using var gone = await sales.DeleteAsync($"/api/leads/{ids[0]}");
        (await browser.GetStringAsync($"/Leads/Details/{ids[1]}")).ShouldNotContain("Perhaps the same person");
    }

    private async Task<(Guid Id, HttpClient Browser)> HavingAsync()
    {
        using var sales = await host.SignInAsync("sales");
        using var created = await sales.PostAsJsonAsync("/api/leads", new { first_name = "Pia", last_name = "Moreno", email = $"{Guid.CreateVersion7():N}@example.com", source = "referral" });
        created.StatusCode.ShouldBe(HttpStatusCode.Created);
        await host.RelayedAsync();
        return ((await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid(), await host.SignInToPagesAsync("sales"));
    }

    [GeneratedRegex("data-facts-version=\"([0-9]+)\"")]
    private static partial Regex Version();

    [GeneratedRegex("<meta name=\"csrf\" content=\"([^\"]+)\"")]
    private static partial Regex Csrf();
}
