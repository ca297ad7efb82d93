using System.Net.Http.Json;
using IswitchRoofs.Shared.Application;
using Microsoft.Playwright;

namespace IswitchRoofs.Host.Tests.Browser;

[Collection(BrowserFixture.Shared)]
public sealed class BulkJourneyTests(BrowserFixture browser)
{
    [Fact]
    public async Task All_results_are_chosen_previewed_moved_and_taken_back()
    {
        var family = $"Bulk{Guid.NewGuid():N}"[..14];
        using (var client = await browser.Host.SignInAsync("sales"))
        {
            for (var i = 0; i < 27; i++)
            {
                using var created = await client.PostAsJsonAsync("/api/leads", new
                {
                    first_name = $"Nr{i}", last_name = family, email = $"nr{i}.{family}@example.com", source = "referral", assigned_to = DemoPeople.Sales,
                });
                created.EnsureSuccessStatusCode();
                if (i > 0) continue;
                using var moved = await client.PostAsJsonAsync($"{created.Headers.Location}/status", new { status = "lost", lost_reason = "Price" });
                moved.EnsureSuccessStatusCode();
            }
        }

        // The rows would change under the hand while the events of their making arrive.
        await browser.Host.RelayedAsync();
        await using var window = await browser.SignInAsync("sales");
        var page = window.Page;
        await page.GotoAsync($"/Leads?q={family}");
        var rows = page.Locator("[data-row-check]");

        await rows.Nth(1).CheckAsync();
        await rows.Nth(4).ClickAsync(new LocatorClickOptions { Modifiers = [KeyboardModifier.Shift] });
        await Assertions.Expect(page.Locator("[data-bulk-count]")).ToHaveTextAsync("4");
        await page.Locator("[data-row-check-all]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Select all 27 leads" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-bulk-count]")).ToHaveTextAsync("27");

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Move", Exact = true }).ClickAsync();
        await page.GetByLabel("Move to").SelectOptionAsync("qualified");
        await Assertions.Expect(page.Locator("[data-bulk-preview]")).ToHaveTextAsync("26 leads will be moved to Qualified. 1 skipped: 1 cannot move there.");
        (await window.FindBarriersAsync()).ShouldBeEmpty();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Move leads" }).ClickAsync();

        var toast = page.Locator(".toast-note", new PageLocatorOptions { HasText = "26 leads were moved to Qualified" });
        await Assertions.Expect(toast).ToContainTextAsync("1 skipped: 1 cannot move there.");
        await toast.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(page.Locator(".toast-note", new PageLocatorOptions { HasText = "Taken back for 26 leads" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#lead-list tbody .status-word", new PageLocatorOptions { HasText = "Qualified" })).ToHaveCountAsync(0);
        window.TakeComplaints().ShouldBeEmpty();
    }
}
