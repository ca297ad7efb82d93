using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace IswitchRoofs.Host.Tests.Browser;

/// <summary>What is saved here moves no lead: other tests count on scores.</summary>
[Collection(BrowserFixture.Shared)]
public sealed class ScoringJourneyTests(BrowserFixture browser)
{
    [Fact]
    public async Task An_admin_sees_who_changes_band_before_saving_and_takes_an_old_version_again()
    {
        await using var window = await browser.SignInAsync("admin");
        var page = window.Page;
        await page.GotoAsync("/Settings/ScoringRules");
        await CleanAsync(window);

        var warm = page.GetByLabel("Warm from");
        await warm.FillAsync("85");
        await PreviewAsync(page);
        await Assertions.Expect(page.Locator("#bands-warm-error")).ToHaveTextAsync("must be below hot.");
        await warm.FillAsync("60");
        await page.GetByLabel("Hot from").FillAsync("99");
        await PreviewAsync(page);
        await Assertions.Expect(page.Locator("#preview")).ToContainTextAsync(new Regex(@"leads? changes? temperature"));
        await Assertions.Expect(page.Locator("#preview")).ToContainTextAsync("Nothing is saved yet");
        await CleanAsync(window);

        await page.GetByLabel("Hot from").FillAsync("80");
        var target = page.GetByLabel("ZIP codes of the target area");
        await target.FillAsync($"{await target.InputValueAsync()}\n99951");
        await PreviewAsync(page);
        await Assertions.Expect(page.Locator("#preview")).ToContainTextAsync("No lead changes temperature");
        await page.GetByLabel("Why").FillAsync("We go north");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Assertions.Expect(page.Locator(".toast-note").First).ToContainTextAsync("Scoring rules saved as version");
        var versions = page.Locator("#scoring-versions > li");
        await Assertions.Expect(versions.First).ToContainTextAsync("in force: We go north");
        await Assertions.Expect(versions.First).ToContainTextAsync("99951");

        // The bar goes by itself once the host's job is done.
        await Assertions.Expect(page.Locator("#rescoring")).ToContainTextAsync("All open leads are scored by version", new() { Timeout = 30_000 });
        await CleanAsync(window);
        await versions.Nth(1).GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Why")).ToHaveValueAsync(new Regex("^Version .* again$"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(versions.First).ToContainTextAsync("again");
        window.TakeComplaints().ShouldBeEmpty();
    }

    private static async Task PreviewAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await page.WaitForURLAsync("**handler=Preview**");
    }

    private static async Task CleanAsync(Window window)
    {
        foreach (var width in (int[])[Window.Phone, Window.Desk])
        {
            await window.Page.SetViewportSizeAsync(width, 900);
            (await window.FindBarriersAsync()).ShouldBeEmpty();
            (await window.OverflowAsync()).ShouldBe(0);
            if (Environment.GetEnvironmentVariable("SCORING_SHOTS") is { } dir) await window.Page.ScreenshotAsync(new() { Path = $"{dir}/{Guid.NewGuid():N}-{width}.png", FullPage = true });
        }
    }
}
