using Microsoft.Playwright;

namespace IswitchRoofs.Host.Tests.Browser;

[Collection(BrowserFixture.Shared)]
public sealed class SavedViewJourneyTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_view_is_saved_with_its_columns_changed_and_opened_by_a_colleague()
    {
        var name = $"Hot {Guid.NewGuid():N}"[..16];
        await browser.Host.RelayedAsync();
        await using var window = await browser.SignInAsync("sales");
        var page = window.Page;
        await page.GotoAsync("/Leads?temperature=hot&sort=-score");

        await OpenMenuAsync(page, "Views");
        (await window.FindBarriersAsync()).ShouldBeEmpty();
        await ChooseAsync(page, "Save this view…");
        await page.Locator("#NewView_Name").FillAsync(name);
        await page.GetByLabel("Share with everybody who reads leads").CheckAsync();
        (await window.FindBarriersAsync()).ShouldBeEmpty();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save view" }).ClickAsync();
        await Assertions.Expect(Menu(page, $"View: {name}")).ToBeVisibleAsync();
        page.Url.ShouldContain("view=");

        // Six are ticked, and more do not fit.
        await OpenMenuAsync(page, "Columns");
        await Assertions.Expect(page.GetByLabel("Phone", new PageGetByLabelOptions { Exact = true })).ToBeDisabledAsync();
        await page.GetByLabel("Wants", new PageGetByLabelOptions { Exact = true }).UncheckAsync();
        await page.GetByLabel("Phone", new PageGetByLabelOptions { Exact = true }).CheckAsync();
        (await window.FindBarriersAsync()).ShouldBeEmpty();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Show these" }).ClickAsync();
        await Assertions.Expect(Menu(page, $"View: {name} (changed)")).ToBeVisibleAsync();
        await Assertions.Expect(Heads(page)).ToHaveTextAsync(["Lead", "Score", "Status", "Assigned to", "Value", "Phone", "Came in"]);
        await OpenMenuAsync(page, $"View: {name} (changed)");
        await ChooseAsync(page, $"Update “{name}”");
        await Assertions.Expect(Menu(page, $"View: {name}").Filter(new LocatorFilterOptions { HasNotText = "changed" })).ToBeVisibleAsync();

        // The name is taken: said beside the field, in the dialog, above the list as it was.
        await OpenMenuAsync(page, $"View: {name}");
        await ChooseAsync(page, "Save this view…");
        await page.Locator("#NewView_Name").FillAsync(name.ToUpperInvariant());
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save view" }).ClickAsync();
        await Assertions.Expect(page.Locator("#NewView_Name-error")).ToHaveTextAsync("Name is taken by another view.");
        await Assertions.Expect(page.Locator("#NewView_Name")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");

        await using (var colleague = await browser.SignInAsync("sales2", Window.Phone))
        {
            var phone = colleague.Page;
            await phone.GotoAsync("/Leads");
            await OpenMenuAsync(phone, "Views");
            (await colleague.OverflowAsync()).ShouldBe(0);
            (await colleague.FindBarriersAsync()).ShouldBeEmpty();
            var link = phone.GetByRole(AriaRole.Group, new PageGetByRoleOptions { Name = "Shared by others" }).GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = name });
            await Assertions.Expect(link).ToContainTextAsync("Sam Whitfield");
            await link.ClickAsync();
            await Assertions.Expect(phone.Locator(".chip")).ToContainTextAsync("Temperature: Hot");
            await Assertions.Expect(phone.Locator("#lead-list a[href^='tel:']").First).ToBeVisibleAsync();
            await OpenMenuAsync(phone, $"View: {name}");
            await Assertions.Expect(phone.GetByText($"Delete “{name}”…")).ToHaveCountAsync(0);
            await phone.Keyboard.PressAsync("Escape");
            await OpenMenuAsync(phone, "Columns");
            (await colleague.OverflowAsync()).ShouldBe(0);
            colleague.TakeComplaints().ShouldBeEmpty();
        }

        await page.GotoAsync(page.Url.Split('?')[0]);
        await OpenMenuAsync(page, "Views");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = name }).ClickAsync();
        await OpenMenuAsync(page, $"View: {name}");
        await ChooseAsync(page, $"Delete “{name}”…");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Delete view" }).ClickAsync();
        var toast = page.Locator(".toast-note", new PageLocatorOptions { HasText = "View deleted" });
        await toast.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(page.Locator(".toast-note", new PageLocatorOptions { HasText = "is back" })).ToBeVisibleAsync();
        window.TakeComplaints().ShouldBeEmpty();
    }

    private static ILocator Menu(IPage page, string name) => page.Locator("[data-menu]", new PageLocatorOptions { HasText = name });

    private static ILocator Heads(IPage page) => page.Locator("#lead-list th:not(.check-cell)");

    private static Task OpenMenuAsync(IPage page, string name) => Menu(page, name).ClickAsync();

    private static Task ChooseAsync(IPage page, string name) => page.Locator(".views-menu").GetByText(name).ClickAsync();
}
