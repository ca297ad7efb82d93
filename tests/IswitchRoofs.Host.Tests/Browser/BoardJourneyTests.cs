using System.Net.Http.Json;
using IswitchRoofs.Shared.Application;
using Microsoft.Playwright;

namespace IswitchRoofs.Host.Tests.Browser;

[Collection(BrowserFixture.Shared)]
public sealed class BoardJourneyTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_card_moves_by_hand_by_keyboard_and_back_and_another_browser_follows()
    {
        var family = await HavingLeadsAsync("Dragged", "Typed");
        await using var window = await browser.SignInAsync("sales");
        await using var other = await browser.SignInAsync("manager");
        foreach (var each in (Window[])[window, other])
        {
            await each.Page.GotoAsync($"/Leads/Board?q={family}");
            await each.ListeningAsync();
        }

        (await window.FindBarriersAsync()).ShouldBeEmpty();
        await Assertions.Expect(Count(window.Page, "new")).ToHaveTextAsync("2");
        await Assertions.Expect(Column(window.Page, "new").Locator(".board-value")).ToHaveTextAsync("$20,000");

        await Card(window.Page, $"Dragged {family}").DragToAsync(Column(window.Page, "qualified"));
        await Assertions.Expect(Toast(window.Page, "moved to Qualified")).ToBeVisibleAsync();
        await Assertions.Expect(Column(other.Page, "qualified")).ToContainTextAsync($"Dragged {family}");
        await Assertions.Expect(Count(other.Page, "new")).ToHaveTextAsync("1");

        // Won is reached by converting: nothing happens where nothing is lit.
        await Card(window.Page, $"Dragged {family}").DragToAsync(Column(window.Page, "won"));
        await Assertions.Expect(Column(window.Page, "qualified")).ToContainTextAsync($"Dragged {family}");

        await Card(window.Page, $"Typed {family}").GetByRole(AriaRole.Button).FocusAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.Locator("#move-to").SelectOptionAsync("lost");
        await window.Page.Locator("#move-lost-reason").FillAsync("Chose another roofer");
        await window.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Column(window.Page, "lost")).ToContainTextAsync($"Typed {family}");
        await Assertions.Expect(window.Page.Locator("#announcer")).ToContainTextAsync($"Typed {family} moved to Lost");
        await Assertions.Expect(Card(window.Page, $"Typed {family}").GetByRole(AriaRole.Button)).ToBeFocusedAsync();

        await Toast(window.Page, "moved to Lost").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(Column(window.Page, "new")).ToContainTextAsync($"Typed {family}");
        await Assertions.Expect(Column(other.Page, "new")).ToContainTextAsync($"Typed {family}");
        window.TakeComplaints().ShouldBeEmpty();
        other.TakeComplaints().ShouldBeEmpty();
    }

    [Fact]
    public async Task On_a_phone_a_column_fills_the_screen_loads_on_and_cards_move_by_their_button()
    {
        var family = await HavingLeadsAsync([.. Enumerable.Range(1, 23).Select(i => $"Nr{i}")]);
        await using var window = await browser.SignInAsync("sales", Window.Phone);
        await window.Page.GotoAsync($"/Leads?q={family}");
        await window.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Board", Exact = true }).ClickAsync();
        await Assertions.Expect(Count(window.Page, "new")).ToHaveTextAsync("23");
        (await window.FindBarriersAsync()).ShouldBeEmpty();
        (await window.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);

        await Column(window.Page, "new").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Show more" }).FocusAsync();
        await Assertions.Expect(Column(window.Page, "new").Locator("[data-card]")).ToHaveCountAsync(23);
        await Card(window.Page, $"Nr7 {family}").GetByRole(AriaRole.Button).ClickAsync();
        await window.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Move lead" }).ClickAsync();

        await Assertions.Expect(Column(window.Page, "contacted")).ToContainTextAsync($"Nr7 {family}");
        await Assertions.Expect(Column(window.Page, "new").Locator("[data-card]")).ToHaveCountAsync(22);
        window.TakeComplaints().ShouldBeEmpty();
    }

    private static ILocator Column(IPage page, string status) => page.Locator($"[data-column={status}]");

    private static ILocator Count(IPage page, string status) => Column(page, status).Locator("[data-column-count]");

    private static ILocator Card(IPage page, string name) => page.Locator($"[data-card][data-name='{name}']");

    private static ILocator Toast(IPage page, string text) => page.Locator(".toast-note", new PageLocatorOptions { HasText = text });

    /// <returns>The family name that only these leads have.</returns>
    private async Task<string> HavingLeadsAsync(params string[] firstNames)
    {
        var family = $"Board{Guid.NewGuid():N}"[..14];
        using var client = await browser.Host.SignInAsync("sales");
        foreach (var name in firstNames)
        {
            using var answer = await client.PostAsJsonAsync("/api/leads", new
            {
                first_name = name, last_name = family, email = $"{name}.{family}@example.com", source = "referral", estimated_value = 10_000, assigned_to = DemoPeople.Sales,
            });
            answer.EnsureSuccessStatusCode();
        }

        await browser.Host.RelayedAsync();
        return family;
    }
}
