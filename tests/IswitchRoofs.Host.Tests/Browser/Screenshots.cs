using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace IswitchRoofs.Host.Tests.Browser;

/// <summary>Takes the pictures of docs/images: <c>SCREENSHOTS=1 dotnet test tests/IswitchRoofs.Host.Tests --filter Screenshots</c>.</summary>
[Collection(BrowserFixture.Shared)]
public sealed partial class Screenshots(BrowserFixture browser)
{
    private const int LargestFile = 250_000;

    [Theory]
    [InlineData(Window.Desk)]
    [InlineData(Window.Phone)]
    public async Task Every_page_has_its_picture(int width)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is not "1") return;
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "..", "docs", "images")).FullName;
        await using (var stranger = await browser.OpenAsync(width)) await TakeAsync(stranger, "/sign-in", Path.Combine(folder, $"sign-in-{width}.png"));

        await using var window = await browser.SignInAsync("admin", width);
        var records = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var address in await NavigationTests.AddressesAsync(window.Page))
        {
            var name = NameOf(address);
            await TakeAsync(window, address, Path.Combine(folder, $"{name}-{width}.png"));
            if (await NavigationTests.FirstRecordAsync(window.Page) is { } record) records.TryAdd($"{NameOf(record)}-details", record);
        }

        foreach (var (name, address) in records) await TakeAsync(window, address, Path.Combine(folder, $"{name}-{width}.png"));

        await window.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        await TakeAsync(window, "/", Path.Combine(folder, $"today-dark-{width}.png"));
        await using var tech = await browser.SignInAsync("tech", width);
        await TakeAsync(tech, "/", Path.Combine(folder, $"today-field-tech-{width}.png"));
    }

    private static async Task TakeAsync(Window window, string address, string file)
    {
        var page = window.Page;
        var tall = window.IsPhone ? 844 : 900;
        await page.SetViewportSizeAsync(window.Width, tall);
        await page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });

        // Grown to the page's height, so that what sticks to an edge stays at the edge; long pages are cut where the file gets too large.
        var height = await page.EvaluateAsync<int>("() => document.documentElement.scrollHeight");
        foreach (var limit in window.IsPhone ? [1900, 1400, tall] : new[] { 1400, 1100, tall })
        {
            await page.SetViewportSizeAsync(window.Width, Math.Clamp(height, tall, limit));
            await window.SettledAsync();
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = file, Animations = ScreenshotAnimations.Disabled });
            if (new FileInfo(file).Length < LargestFile) return;
        }
    }

    private static string NameOf(string address) =>
        address == "/" ? "today" : Words().Replace(Ids().Replace(address, "").Replace("/Details", "", StringComparison.Ordinal), "-").Trim('-').ToLowerInvariant();

    private static string Here([CallerFilePath] string path = "") => path;

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Ids();

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex Words();
}
