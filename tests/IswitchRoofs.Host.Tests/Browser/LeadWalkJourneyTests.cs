using System.Net.Http.Json;
using IswitchRoofs.Shared.Application;
using Microsoft.Playwright;

namespace IswitchRoofs.Host.Tests.Browser;

[Collection(BrowserFixture.Shared)]
public sealed class LeadWalkJourneyTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_list_is_worked_through_by_peeking_and_from_lead_to_lead_and_left_where_it_was_entered()
    {
        var family = $"Walk{Guid.NewGuid():N}"[..14];
        using (var client = await browser.Host.SignInAsync("sales"))
        {
            foreach (var first in (string[])["Ann", "Bob", "Cleo"])
            {
                using var created = await client.PostAsJsonAsync("/api/leads", new
                {
                    first_name = first, last_name = family, email = $"{first}.{family}@example.com", source = "referral", assigned_to = DemoPeople.Sales,
                });
                created.EnsureSuccessStatusCode();
            }
        }

        await browser.Host.RelayedAsync();
        await using var window = await browser.SignInAsync("sales");
        var page = window.Page;
        var list = $"/Leads?q={family}&status=new&sort=created_at";
        await page.GotoAsync(list);

        var panel = page.GetByRole(AriaRole.Dialog);
        var title = panel.GetByRole(AriaRole.Heading, new LocatorGetByRoleOptions { Level = 2 });
        await Assertions.Expect(page.Locator("[data-row]")).ToHaveCountAsync(3);
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(title).ToHaveTextAsync($"Ann {family}");
        await Assertions.Expect(panel).ToBeFocusedAsync();
        (await window.FindBarriersAsync()).ShouldBeEmpty();
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(title).ToHaveTextAsync($"Bob {family}");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(panel).ToBeHiddenAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = $"Bob {family}" })).ToBeFocusedAsync();
        var box = page.GetByLabel($"Select Cleo {family}");
        await box.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(box).ToBeCheckedAsync();
        await Assertions.Expect(panel).ToBeHiddenAsync();
        await box.UncheckAsync();
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = $"Bob {family}" }).PressAsync("Enter");
        var head = page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 });
        await Assertions.Expect(head).ToHaveTextAsync($"Bob {family}");
        (await window.FindBarriersAsync()).ShouldBeEmpty();

        await page.GetByLabel("Move to").SelectOptionAsync("qualified");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Move lead" }).ClickAsync();
        await Assertions.Expect(page.Locator(".stages .is-current")).ToContainTextAsync("Qualified");
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(head).ToHaveTextAsync($"Cleo {family}");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Next:" })).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = $"Previous: Ann {family}" }).ClickAsync();
        await Assertions.Expect(head).ToHaveTextAsync($"Ann {family}");

        await page.Locator(".breadcrumb a").ClickAsync();
        await page.WaitForURLAsync(url => new Uri(url).PathAndQuery == list);
        window.TakeComplaints().ShouldBeEmpty();

        await using var phone = await browser.SignInAsync("sales", Window.Phone);
        await phone.Page.GotoAsync(list);
        await phone.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = $"Peek at Ann {family}" }).ClickAsync();
        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Open" })).ToBeVisibleAsync();
        (await phone.FindBarriersAsync()).ShouldBeEmpty();
        (await phone.OverflowAsync()).ShouldBe(0);
        await phone.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Close", Exact = true }).ClickAsync();
        await phone.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = $"Ann {family}" }).ClickAsync();
        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = $"Next: Cleo {family}" })).ToBeVisibleAsync();
        (await phone.OverflowAsync()).ShouldBe(0);
        phone.TakeComplaints().ShouldBeEmpty();
    }
}
