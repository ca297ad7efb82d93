using Microsoft.Playwright;

namespace IswitchRoofs.Host.Tests.Browser;

[Collection(BrowserFixture.Shared)]
public sealed class CompanyJourneyTests(BrowserFixture browser)
{
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    [Theory]
    [InlineData(Window.Desk)]
    [InlineData(Window.Phone)]
    public async Task An_administrator_names_the_company_moves_its_clock_and_shows_its_logo(int width)
    {
        await using var window = await browser.SignInAsync("admin", width);
        var page = window.Page;
        await page.GotoAsync("/Settings/Company");
        await CleanAsync(window);
        await page.GetByLabel("Name").FillAsync("");
        await SaveAsync("#Input_Name-error");
        await Assertions.Expect(page.Locator("#Input_Name-error")).ToHaveTextAsync("Name is required.");
        try
        {
            await page.GetByLabel("Name").FillAsync("Lakeside Roofing");
            await page.GetByLabel("Time zone").SelectOptionAsync("Asia/Kathmandu");
            await SaveAsync(".toast-note");
            await Assertions.Expect(page.Locator(".rail-brand .rail-text")).ToHaveTextAsync("Lakeside Roofing");

            // The change itself, in the new zone: a quarter of an hour off, as no zone nearby.
            await page.Locator(".record-history summary").ClickAsync();
            await Assertions.Expect(page.Locator(".record-history time").First).ToHaveAttributeAsync("title", new System.Text.RegularExpressions.Regex("UTC\\+05:45"));
            await Assertions.Expect(page.Locator(".record-history")).ToContainTextAsync("Lakeside Roofing");

            await page.GotoAsync("/Settings/Mail");
            await page.GetByRole(AriaRole.Button, new() { Name = "Send me a test mail" }).ClickAsync();
            await Assertions.Expect(page.Locator(".toast-note").First).ToBeVisibleAsync();
            (await browser.Host.Database.ScalarAsync<string>("SELECT subject FROM identity.mails WHERE type = 'test' ORDER BY created_at DESC LIMIT 1")).ShouldBe("A test mail of Lakeside Roofing");

            await page.GotoAsync("/Settings/Company");
            await page.GetByLabel("Picture").SetInputFilesAsync(new FilePayload { Name = "logo.png", MimeType = "image/png", Buffer = "<svg/>"u8.ToArray() });
            await page.GetByRole(AriaRole.Button, new() { Name = "Use this picture" }).ClickAsync();
            await Assertions.Expect(page.Locator("#Logo-error")).ToHaveTextAsync("The logo must be a PNG, JPEG or WebP picture.");
            await page.GetByLabel("Picture").SetInputFilesAsync(new FilePayload { Name = "logo.png", MimeType = "image/png", Buffer = Png });
            await page.GetByRole(AriaRole.Button, new() { Name = "Use this picture" }).ClickAsync();
            await Assertions.Expect(page.Locator(".logo-frame img")).ToBeVisibleAsync();
            await CleanAsync(window);
            await using var stranger = await browser.OpenAsync(width);
            await stranger.Page.GotoAsync("/sign-in");
            (await stranger.Page.Locator(".front-brand img.own-logo").EvaluateAsync<int>("i => i.naturalWidth")).ShouldBe(1);
            await Assertions.Expect(stranger.Page.Locator(".front-brand")).ToHaveTextAsync("Lakeside Roofing");

            await page.GetByRole(AriaRole.Button, new() { Name = "Remove the logo" }).ClickAsync();
            await Assertions.Expect(page.Locator(".logo-frame svg")).ToBeVisibleAsync();
        }
        finally
        {
            await page.GotoAsync("/Settings/Company");
            await page.GetByLabel("Name").FillAsync("IswitchRoofs");
            await page.GetByLabel("Time zone").SelectOptionAsync("America/Detroit");
            await SaveAsync(".toast-note");
        }

        window.TakeComplaints().ShouldBeEmpty();

        async Task SaveAsync(string then)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
            await Assertions.Expect(page.Locator(then).First).ToBeVisibleAsync();
        }
    }

    private static async Task CleanAsync(Window window)
    {
        (await window.FindBarriersAsync()).ShouldBeEmpty();
        (await window.OverflowAsync()).ShouldBe(0);
    }
}
