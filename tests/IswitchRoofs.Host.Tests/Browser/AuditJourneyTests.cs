using IswitchRoofs.Host.Tests.Http;
using Microsoft.Playwright;

namespace IswitchRoofs.Host.Tests.Browser;

[Collection(BrowserFixture.Shared)]
public sealed class AuditJourneyTests(BrowserFixture browser)
{
    [Fact]
    public async Task What_happened_is_found_read_and_taken_home()
    {
        using var manager = await browser.Host.SignInAsync("manager");
        var (uri, _, lead) = await manager.HavingLeadAsync();
        (await manager.SendAsync(HttpMethod.Patch, uri, new { city = "=Troy" })).Dispose();
        var id = lead.GetProperty("id").GetGuid();

        await using var window = await browser.SignInAsync("admin");
        var page = window.Page;
        await page.GotoAsync($"/Settings/Audit?entity_id={id}");
        var rows = page.Locator("tbody tr");
        await Assertions.Expect(rows).ToHaveCountAsync(2);
        await Assertions.Expect(rows.First).ToContainTextAsync("City: nothing → =Troy");
        (await window.FindBarriersAsync()).ShouldBeEmpty();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Export as CSV" }).ClickAsync());
        var csv = await File.ReadAllTextAsync(await download.PathAsync());
        csv.ShouldStartWith("at,actor_kind,");
        csv.ShouldContain(id.ToString());
        csv.ShouldContain(",city,,'=Troy,");

        await page.GetByLabel("What was done").SelectOptionAsync("created");
        await Assertions.Expect(rows).ToHaveCountAsync(1);

        await page.SetViewportSizeAsync(Window.Phone, 844);
        (await window.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
        (await window.FindBarriersAsync()).ShouldBeEmpty();

        // The same on the record itself, for whoever may read it.
        await page.GotoAsync($"/Leads/Details/{id}");
        await page.GetByText("Change history").ClickAsync();
        await Assertions.Expect(page.Locator(".record-history")).ToContainTextAsync("City: nothing → =Troy");
        (await window.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
        (await window.FindBarriersAsync()).ShouldBeEmpty();
        window.TakeComplaints().ShouldBeEmpty();

        await using var tech = await browser.SignInAsync("tech2");
        (await tech.Page.GotoAsync($"/history/lead/{id}"))!.Status.ShouldBe(404);
    }
}
