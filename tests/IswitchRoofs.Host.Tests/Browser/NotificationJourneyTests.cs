using Microsoft.Playwright;

namespace IswitchRoofs.Host.Tests.Browser;

[Collection(BrowserFixture.Shared)]
public sealed class NotificationJourneyTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(Window.Desk)]
    [InlineData(Window.Phone)]
    public async Task Preferences_are_set_and_a_test_mail_is_sent(int width)
    {
        await using var window = await browser.SignInAsync("admin", width);
        var page = window.Page;
        await page.GotoAsync("/Notifications");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Preferences" }).ClickAsync();
        await page.GetByLabel("Quiet from").FillAsync("22:00");
        await page.GetByLabel("Quiet until").FillAsync("07:00");
        await page.GetByLabel("Mention").SelectOptionAsync("bell");
        (await window.FindBarriersAsync()).ShouldBeEmpty();
        (await window.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save preferences" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Preferences saved")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Quiet from")).ToHaveValueAsync("22:00");
        await Assertions.Expect(page.GetByLabel("Mention")).ToHaveValueAsync("bell");

        await page.GotoAsync("/Settings/Mail");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Send me a test mail" }).ClickAsync();
        await Assertions.Expect(page.GetByText("A test mail to admin@iswitchroofs.example is on its way")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("files in")).ToBeVisibleAsync();
        (await window.FindBarriersAsync()).ShouldBeEmpty();
        (await window.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
        window.TakeComplaints().ShouldBeEmpty();
    }
}
