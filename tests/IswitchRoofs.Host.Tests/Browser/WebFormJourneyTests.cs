using IswitchRoofs.TestKit;
using Microsoft.Playwright;

namespace IswitchRoofs.Host.Tests.Browser;

[Collection(BrowserFixture.Shared)]
public sealed class WebFormJourneyTests(BrowserFixture browser)
{
    [Fact]
    public async Task An_admin_opens_a_web_form_and_a_stranger_sends_it()
    {
        var family = $"Web{Guid.NewGuid():N}"[..14];
        await using var office = await browser.SignInAsync("admin");
        await office.Page.GotoAsync("/Settings/WebForms");
        await CleanAsync(office);
        await office.Page.GetByRole(AriaRole.Link, new() { Name = "New web form" }).ClickAsync();
        await office.Page.GetByLabel("Name", new() { Exact = false }).First.FillAsync("Home page");
        await office.Page.GetByLabel("What they have to agree to").FillAsync("You may call me about my request.");
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "Save web form" }).ClickAsync();
        var address = new Uri(await office.Page.GetByLabel("Link", new() { Exact = true }).InputValueAsync()).AbsolutePath;
        await CleanAsync(office);

        await using var window = await browser.OpenAsync(Window.Phone);
        var page = window.Page;
        await page.GotoAsync(address);
        await CleanAsync(window);
        await page.GetByLabel("First name").FillAsync("Wanda");
        await page.GetByLabel("Last name").FillAsync(family);
        await page.GetByLabel("E-mail").FillAsync($"{family}@example.com");

        // Whoever sends within two seconds passes for a program and is asked again.
        await Eventually.HoldsAsync(async () =>
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Send request" }).ClickAsync();
            await page.WaitForLoadStateAsync();
            return await page.GetByText("Consent is needed to go on.").IsVisibleAsync();
        }, "the consent is asked for");
        await CleanAsync(window);
        await page.GetByLabel("You may call me about my request.").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send request" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Thank you" })).ToBeVisibleAsync();
        window.TakeComplaints().ShouldBeEmpty();

        await office.Page.GotoAsync($"/Leads?q={family}");
        await office.Page.GetByRole(AriaRole.Link, new() { Name = $"Wanda {family}" }).ClickAsync();
        await Assertions.Expect(office.Page.GetByText("Web form Home page", new() { Exact = true }).First).ToBeVisibleAsync();
        office.TakeComplaints().ShouldBeEmpty();
    }

    private static async Task CleanAsync(Window window)
    {
        foreach (var width in (int[])[Window.Desk, Window.Phone])
        {
            await window.Page.SetViewportSizeAsync(width, 900);
            (await window.FindBarriersAsync()).ShouldBeEmpty();
            (await window.OverflowAsync()).ShouldBe(0);
        }
    }
}
