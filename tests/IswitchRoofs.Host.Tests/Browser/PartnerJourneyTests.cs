using IswitchRoofs.Host.Tests.Http;
using Microsoft.Playwright;

namespace IswitchRoofs.Host.Tests.Browser;

[Collection(BrowserFixture.Shared)]
public sealed class PartnerJourneyTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_partner_is_entered_sends_a_lead_and_is_paid_when_the_project_is_done()
    {
        var company = $"Maple {Guid.NewGuid():N}"[..18];
        var family = $"Ref{Guid.NewGuid():N}"[..14];
        await using var window = await browser.SignInAsync("manager");
        var page = window.Page;
        await page.GotoAsync("/Leads/Partners");
        await CleanAsync(window);
        await PictureAsync(window, "partners");
        await page.GetByRole(AriaRole.Link, new() { Name = "New partner" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Create partner" }).ClickAsync();
        await Assertions.Expect(page.Locator("#Input_CompanyName-error")).ToContainTextAsync("is required");
        await page.GetByLabel("Company").FillAsync(company);
        await page.GetByLabel("Category").SelectOptionAsync("insurance_agent");
        await page.GetByLabel("Status").SelectOptionAsync("active");
        await CleanAsync(window);
        await PictureAsync(window, "partner-create");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create partner" }).ClickAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "New referral" }).ClickAsync();
        await page.GetByLabel("First name").FillAsync("Rae");
        await page.GetByLabel("Last name").FillAsync(family);
        await page.GetByLabel("E-mail").FillAsync($"{family}@example.com");
        await CleanAsync(window);
        await PictureAsync(window, "partner-refer");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create referral" }).ClickAsync();
        await Assertions.Expect(page.Locator("#tier")).ToContainTextAsync("1 referral this month");
        await page.GetByRole(AriaRole.Link, new() { Name = $"Rae {family}" }).ClickAsync();
        await Assertions.Expect(page.Locator("#referral")).ToContainTextAsync(company);
        await CleanAsync(window);

        var lead = page.Url.Split('/')[^1];
        using (var manager = await browser.Host.SignInAsync("manager")) await PartnersApiTests.WinAndCompleteAsync(manager, Guid.Parse(lead), 30_000);
        await browser.Host.RelayedAsync();
        await page.Locator("#referral").GetByRole(AriaRole.Link, new() { Name = company }).ClickAsync();

        var due = page.Locator("#commissions tbody tr", new() { HasText = family });
        await Assertions.Expect(due).ToContainTextAsync("$3,000");
        await due.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await due.GetByLabel("Reference of the payment").FillAsync("CHK-77");
        await CleanAsync(window);
        await PictureAsync(window, "partner-details");
        await due.GetByRole(AriaRole.Button, new() { Name = "Mark paid" }).ClickAsync();
        await Assertions.Expect(due).ToContainTextAsync("CHK-77");
        await Assertions.Expect(due.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        window.TakeComplaints().ShouldBeEmpty();
    }

    private static async Task PictureAsync(Window window, string name)
    {
        if (Environment.GetEnvironmentVariable("LOOK") is not { } folder) return;
        foreach (var width in (int[])[Window.Phone, Window.Desk])
        {
            await window.Page.SetViewportSizeAsync(width, 1000);
            await window.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-{width}.png"), FullPage = true });
        }
    }

    private static async Task CleanAsync(Window window)
    {
        foreach (var width in (int[])[Window.Phone, Window.Desk])
        {
            await window.Page.SetViewportSizeAsync(width, 900);
            (await window.FindBarriersAsync()).ShouldBeEmpty();
            (await window.OverflowAsync()).ShouldBe(0);
        }
    }
}
