using Microsoft.Playwright;

namespace IswitchRoofs.Host.Tests.Browser;

[Collection(BrowserFixture.Shared)]
public sealed class ResponseJourneyTests(BrowserFixture browser)
{
    [Fact]
    public async Task The_clock_of_a_new_lead_runs_until_a_call_is_logged_and_the_figures_count_it()
    {
        await using var window = await browser.SignInAsync("admin");
        var page = window.Page;
        await page.GotoAsync("/Settings/ResponseTargets");
        await CleanAsync(window);
        await page.GetByLabel("Hot leads").FillAsync("10");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.Locator("#Input_Hot-error")).ToContainTextAsync("must not be longer than warm");
        await page.GetByLabel("Hot leads").FillAsync("2");
        await SwitchStormAsync(page, on: true);
        try
        {
            await page.GotoAsync("/Leads/Create");
            var family = $"Test{Guid.NewGuid():N}"[..14];
            await page.GetByLabel("First name").FillAsync("Nora");
            await page.GetByLabel("Last name").FillAsync(family);
            await page.GetByLabel("E-mail").FillAsync($"{family}@example.com");
            await page.GetByLabel("Assign to").SelectOptionAsync(new SelectOptionValue { Label = "Sam Whitfield" });
            await page.GetByRole(AriaRole.Button, new() { Name = "Create lead" }).ClickAsync();

            // It counts down by itself: the second look differs from the first.
            var left = page.Locator("#response-due time");
            await Assertions.Expect(left).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^(\d+:)?\d+:\d\d$"));
            await Assertions.Expect(left).Not.ToHaveTextAsync(await left.InnerTextAsync());
            await CleanAsync(window);
            var lead = page.Url;
            await page.GotoAsync($"/Leads?q={family}");
            await Assertions.Expect(page.Locator("#lead-list .response-due")).ToContainTextAsync("Answer due");

            var id = lead.Split('/')[^1];
            using (var client = await browser.Host.SignInAsync("sales"))
            using (var logged = await client.PostAsync("/api/interactions", new StringContent(
                $$"""{"lead_id":"{{id}}","interaction_type":"phone_call","direction":"outbound","outcome":"successful"}""", System.Text.Encoding.UTF8, "application/json")))
                logged.EnsureSuccessStatusCode();
            await browser.Host.RelayedAsync();
            await page.GotoAsync(lead);
            await Assertions.Expect(page.Locator("#response-due")).ToHaveCountAsync(0);
            await Assertions.Expect(page.Locator("#next-action")).ToContainTextAsync("Qualify");
            await page.GotoAsync($"{lead.Replace("/Details/", "/Edit/", StringComparison.Ordinal)}");
            var today = TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, TimeZoneInfo.FindSystemTimeZoneById("America/Detroit"));
            await page.GetByLabel("Follow up on").FillAsync(today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            await page.GetByRole(AriaRole.Button, new() { Name = "Save lead" }).ClickAsync();
            await Assertions.Expect(page.Locator("#next-action")).ToContainTextAsync("today");
            await CleanAsync(window);
            await using (var sam = await browser.SignInAsync("sales"))
            {
                await Assertions.Expect(sam.Page.Locator("#leads-to-follow-up")).ToContainTextAsync(family);
                await CleanAsync(sam);
            }

            await page.GotoAsync("/Leads/Response");
            await Assertions.Expect(page.GetByText("Answered in time")).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator("section", new() { HasText = "By person" }).GetByText("Sam Whitfield")).ToBeVisibleAsync();
            await CleanAsync(window);
        }
        finally
        {
            await page.GotoAsync("/Settings/ResponseTargets");
            await SwitchStormAsync(page, on: false);
        }

        window.TakeComplaints().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_admin_sets_the_stale_limits_and_sees_what_is_wrong_beside_the_field()
    {
        await using var window = await browser.SignInAsync("admin");
        var page = window.Page;
        await page.GotoAsync("/Settings/StaleLimits");
        await CleanAsync(window);
        await page.GetByLabel("Quote sent").FillAsync("0");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.Locator("#Input_QuoteSent-error")).ToContainTextAsync("between 1 and 365");
        await page.GetByLabel("Quote sent").FillAsync("7");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.Locator(".toast-note").First).ToContainTextAsync("Stale limits saved");
        await page.GotoAsync("/Leads?attention=stale");
        await Assertions.Expect(page.Locator(".chips")).ToContainTextAsync("Stale");
        await CleanAsync(window);
        window.TakeComplaints().ShouldBeEmpty();
    }

    private static async Task SwitchStormAsync(IPage page, bool on)
    {
        await page.GetByLabel("Storm mode").SetCheckedAsync(on);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.Locator(".toast-note").First).ToContainTextAsync("Response targets saved");
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
