using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IswitchRoofs.Shared.Application;

namespace IswitchRoofs.Host.Tests.Web;

[Collection(HostFixture.Shared)]
public sealed class RecordHistoryTests(HostFixture host)
{
    [Fact]
    public async Task A_field_tech_reads_which_fields_of_an_assigned_project_changed_but_not_their_values()
    {
        using var sales = await host.SignInAsync("sales");
        using var customer = await sales.PostAsJsonAsync("/api/customers", new { name = "Marta Feldman", email = $"{Guid.CreateVersion7():N}@example.com" });
        var customerId = (await customer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        using var created = await sales.PostAsJsonAsync("/api/projects", new { customer_id = customerId, name = "Garage", project_type = "repair", budget = 13579.50, assigned_team = new[] { DemoPeople.Tech } });
        created.StatusCode.ShouldBe(HttpStatusCode.Created);
        using var changed = await sales.PatchAsJsonAsync(created.Headers.Location, new { budget = 24680 });
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        var address = $"/history/project/{created.Headers.Location!.ToString().Split('/')[^1]}";

        var office = await ReadAsync("sales");
        office.ShouldContain("$24,680");
        office.ShouldContain("$13,579.50");
        var crew = await ReadAsync("tech");
        crew.ShouldContain("Budget");
        crew.ShouldContain("Sam Whitfield");
        crew.ShouldNotContain("24,680");
        crew.ShouldNotContain("13,579");
        crew.ShouldNotContain("→");
        (await StatusAsync("tech2")).ShouldBe(HttpStatusCode.NotFound, "it is not theirs");

        async Task<string> ReadAsync(string account)
        {
            using var browser = await host.SignInToPagesAsync(account);
            return WebUtility.HtmlDecode(await browser.GetStringAsync(address));
        }

        async Task<HttpStatusCode> StatusAsync(string account)
        {
            using var browser = await host.SignInToPagesAsync(account);
            using var answer = await browser.GetAsync(address);
            return answer.StatusCode;
        }
    }
}
