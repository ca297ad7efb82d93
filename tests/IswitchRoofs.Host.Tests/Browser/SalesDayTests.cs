using IswitchRoofs.Shared.Application;
using Microsoft.Playwright;

namespace IswitchRoofs.Host.Tests.Browser;

/// <summary>A salesperson's day with one lead, from the running clock to the customer; the office watches without reloading.</summary>
[Collection(BrowserFixture.Shared)]
public sealed class SalesDayTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_hot_lead_is_called_qualified_visited_quoted_and_won_and_the_office_sees_each_step()
    {
        await browser.Host.RelayedAsync();
        var family = $"Day{Guid.NewGuid():N}"[..14];
        await using var office = await browser.SignInAsync("manager");
        await using var window = await browser.SignInAsync("sales");
        var page = window.Page;
        await page.GotoAsync("/");
        await window.ListeningAsync();
        await office.Page.GotoAsync($"/Leads/Board?q={family}");
        await office.ListeningAsync();

        // It comes in hot and stands on Today by itself, with the time that is left.
        using (var client = await browser.Host.SignInAsync("manager"))
        using (var created = await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(client, "/api/leads", new
        {
            first_name = "Nora", last_name = family, phone = "248-555-0171", email = $"{family}@example.com", source = "website_form", zip_code = "48009", address = "12 Oak St",
            city = "Birmingham", state = "MI", property_value = 650_000, roof_age = 22, urgency = "immediate", budget_confirmed = true, estimated_value = 24_000, assigned_to = DemoPeople.Sales, allow_duplicate = true,
        }))
            created.EnsureSuccessStatusCode();
        await Assertions.Expect(Column(office, "new")).ToContainTextAsync($"Nora {family}");
        var waiting = page.Locator("tr", new() { HasText = family });
        await Assertions.Expect(waiting).ToContainTextAsync("Answer due");
        await waiting.GetByRole(AriaRole.Link, new() { Name = $"Nora {family}" }).ClickAsync();
        await Assertions.Expect(page.Locator("#response-due time")).ToBeVisibleAsync();

        await page.GetByText("Log a call").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Spoke" }).ClickAsync();
        await Assertions.Expect(page.Locator("#response-due")).ToHaveCountAsync(0);
        await Assertions.Expect(Column(office, "contacted")).ToContainTextAsync($"Nora {family}");

        await MoveAsync(window, "qualified");
        await Assertions.Expect(Column(office, "qualified")).ToContainTextAsync($"Nora {family}");

        var lead = page.Url;
        await page.GetByRole(AriaRole.Link, new() { Name = "Book a visit" }).ClickAsync();
        await page.GetByLabel("Title").FillAsync("Look at the roof");
        await page.GetByLabel("Type").SelectOptionAsync("inspection");
        await page.GetByLabel("Starts").FillAsync(FormattableString.Invariant($"{NextMonday():yyyy-MM-dd}T10:00"));
        await Assertions.Expect(page.GetByLabel("Lead")).ToContainTextAsync($"Nora {family}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Book appointment" }).ClickAsync();

        // Somebody may have that hour already: one of the offered ones does as well.
        var free = page.Locator("button[name=slot]").First;
        await Assertions.Expect(free.Or(page.GetByText("Appointment booked")).First).ToBeVisibleAsync();
        if (await free.IsVisibleAsync()) await free.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Look at the roof");
        await page.GotoAsync(lead);
        await Assertions.Expect(page.Locator("#appointments")).ToContainTextAsync("Look at the roof");
        foreach (var width in (int[])[Window.Phone, Window.Desk])
        {
            await page.SetViewportSizeAsync(width, 900);
            (await window.FindBarriersAsync()).ShouldBeEmpty();
            (await window.OverflowAsync()).ShouldBe(0);
        }

        foreach (var step in (string[])["appointment_scheduled", "quote_sent"])
        {
            await MoveAsync(window, step);
            await Assertions.Expect(Column(office, step)).ToContainTextAsync($"Nora {family}");
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Convert to customer" }).ClickAsync();
        await Assertions.Expect(Column(office, "won")).ToContainTextAsync($"Nora {family}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Open the customer" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(family);
        window.TakeComplaints().ShouldBeEmpty();
        office.TakeComplaints().ShouldBeEmpty();
    }

    private static ILocator Column(Window window, string status) => window.Page.Locator($"[data-column={status}]");

    private static async Task MoveAsync(Window window, string status)
    {
        await window.Page.GetByLabel("Move to").SelectOptionAsync(status);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Move lead" }).ClickAsync();

        // Others may see the move before this page is there again; the next one is chosen on the new page.
        await Assertions.Expect(window.Page.GetByText($"Moved to {status.Replace('_', ' ')}").First).ToBeVisibleAsync();
    }

    // A Monday that no other test books: far ahead, and within business hours.
    private static DateOnly NextMonday()
    {
        var day = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(56);
        while (day.DayOfWeek != DayOfWeek.Monday) day = day.AddDays(1);
        return day;
    }
}
