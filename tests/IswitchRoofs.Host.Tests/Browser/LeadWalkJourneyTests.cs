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
        using var client = await browser.Host.SignInAsync("sales");
        foreach (var first in (string[])["Ann", "Bob", "Cleo"])
        {
            using var created = await client.PostAsJsonAsync("/api/leads", new
            {
                first_name = first, last_name = family, email = $"{first}.{family}@example.com", source = "referral", assigned_to = DemoPeople.Sales,
            });
            created.EnsureSuccessStatusCode();
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

        await ChangeFactsAsync(window, client);
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

    private static async Task ChangeFactsAsync(Window window, HttpClient client)
    {
        var page = window.Page;
        ILocator Fact(string label) => page.Locator($"[data-label='{label}']");
        ILocator Change(string label) => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = $"Change {label}", Exact = true });

        await Change("phone").ClickAsync();
        await page.GetByLabel("Phone", new PageGetByLabelOptions { Exact = true }).FillAsync("734.555.0147");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Fact("phone")).ToHaveTextAsync("(734) 555-0147");
        await Assertions.Expect(Change("phone")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator(".toast-note", new PageLocatorOptions { HasText = "Phone saved" })).ToBeVisibleAsync();

        await Change("e-mail").ClickAsync();
        var email = page.GetByLabel("E-mail", new PageGetByLabelOptions { Exact = true });
        var before = await email.InputValueAsync();
        await email.FillAsync("nowhere");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Fact("e-mail").Locator(".field-error[id]")).ToContainTextAsync("Email");
        (await window.FindBarriersAsync()).ShouldBeEmpty();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(Fact("e-mail")).ToHaveTextAsync(before);

        // Somebody else is faster: what was typed stays, what stands there now is told, and only a second Enter overwrites it.
        await Change("estimate").ClickAsync();
        var estimate = page.GetByLabel("Estimated value");
        await estimate.FillAsync("12,500");
        using (var changed = await client.PatchAsJsonAsync($"/api/leads/{new Uri(page.Url).Segments[^1]}", new { estimated_value = 9_000 })) changed.EnsureSuccessStatusCode();
        await estimate.PressAsync("Enter");
        await Assertions.Expect(Fact("estimate")).ToContainTextAsync("estimate is now $9,000");
        await Assertions.Expect(estimate).ToHaveValueAsync("12,500");
        await estimate.PressAsync("Enter");
        await Assertions.Expect(Fact("estimate").Locator(".fact-value")).ToHaveTextAsync("$12,500");

        // What is left by a click elsewhere is saved.
        await Fact("notes").Locator(".fact-value").ClickAsync();
        await page.GetByLabel("Notes", new PageGetByLabelOptions { Exact = true }).FillAsync("Dog in the yard");
        await page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 }).ClickAsync();
        await Assertions.Expect(Fact("notes").Locator(".fact-value")).ToHaveTextAsync("Dog in the yard");
        await page.Locator(".toast-note", new PageLocatorOptions { HasText = "Notes saved" }).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(Fact("notes").Locator(".fact-value")).Not.ToContainTextAsync("Dog in the yard");

        window.TakeComplaints().ShouldAllBe(said => said.Contains("status of 422", StringComparison.Ordinal) || said.Contains("status of 412", StringComparison.Ordinal));
    }
}
