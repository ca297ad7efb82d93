using Microsoft.Playwright;

namespace IswitchRoofs.Host.Tests.Browser;

/// <summary>Every page that the navigation offers, and the first record behind each list, for each role at both widths.</summary>
[Collection(BrowserFixture.Shared)]
public sealed class NavigationTests(BrowserFixture browser)
{
    // The roles share most pages: who sees all of them has axe look at both widths, the others show that theirs open.
    [Theory]
    [InlineData("admin", Window.Desk, true)]
    [InlineData("admin", Window.Phone, true)]
    [InlineData("manager", Window.Phone, false)]
    [InlineData("sales", Window.Desk, false)]
    [InlineData("tech", Window.Phone, true)]
    public async Task Every_page_of_the_navigation_opens_without_a_complaint(string account, int width, bool withAxe)
    {
        await using var window = await browser.SignInAsync(account, width);
        var addresses = await AddressesAsync(window.Page);
        addresses.ShouldContain("/");

        var troubles = new List<string>();
        var records = new HashSet<string>(StringComparer.Ordinal);
        foreach (var address in addresses)
        {
            troubles.AddRange(await VisitAsync(window, address, withAxe));
            if (await FirstRecordAsync(window.Page) is { } record) records.Add(record);
        }

        foreach (var address in records) troubles.AddRange(await VisitAsync(window, address, withAxe));
        troubles.ShouldBeEmpty(string.Join('\n', troubles));
    }

    [Theory]
    [InlineData(Window.Desk)]
    [InlineData(Window.Phone)]
    public async Task The_sign_in_page_opens_without_a_complaint(int width)
    {
        await using var window = await browser.OpenAsync(width);

        var troubles = await VisitAsync(window, "/sign-in", withAxe: true);

        troubles.ShouldBeEmpty(string.Join('\n', troubles));
    }

    [Fact]
    public async Task An_address_that_does_not_exist_says_so_without_a_complaint()
    {
        await using var window = await browser.SignInAsync("sales");

        var answer = await window.Page.GotoAsync("/Nowhere");

        answer!.Status.ShouldBe(404);
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync("This page does not exist");
        (await window.FindBarriersAsync()).ShouldBeEmpty();
    }

    /// <summary>Everything the rail, the menus of the top bar and the overview of the settings lead to.</summary>
    internal static async Task<IReadOnlyList<string>> AddressesAsync(IPage page)
    {
        var addresses = await LinksAsync(page, "#rail a.rail-link, .topbar .dropdown-menu a[href]");
        if (!addresses.Contains("/Settings")) return addresses;
        await page.GotoAsync("/Settings");
        return [.. addresses.Union(await LinksAsync(page, ".settings-list a"), StringComparer.Ordinal)];
    }

    private static Task<string[]> LinksAsync(IPage page, string selector) =>
        page.EvaluateAsync<string[]>("selector => [...new Set([...document.querySelectorAll(selector)].map(a => a.pathname))]", selector);

    /// <summary>Where the first row of a list leads; null without a list, or where a row does something on its way (opening marks it read).</summary>
    internal static async Task<string?> FirstRecordAsync(IPage page)
    {
        var row = page.Locator("tr[data-href]").First;
        return await row.IsVisibleAsync() && await row.GetAttributeAsync("data-href") is { } href && !href.Contains("handler=", StringComparison.Ordinal) ? href.Split('?')[0] : null;
    }

    private static async Task<IReadOnlyList<string>> VisitAsync(Window window, string address, bool withAxe)
    {
        var troubles = new List<string>();
        var answer = await window.Page.GotoAsync(address);
        if (answer is not { Status: 200 }) return [$"{address}: status {answer?.Status}"];
        if (await window.Page.Locator("body[data-channels]:not([data-channels=''])").CountAsync() > 0) await window.ListeningAsync();
        troubles.AddRange(window.TakeComplaints());
        if (withAxe) troubles.AddRange((await window.FindBarriersAsync()).Select(b => $"{address}: {b}"));
        if (await window.OverflowAsync() is > 0 and var pixels) troubles.Add($"{address}: {pixels} pixels wider than the window");
        return troubles;
    }
}
