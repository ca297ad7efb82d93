using System.Net.Http.Json;
using System.Text.Json;
using IswitchRoofs.Shared.Application;
using Microsoft.Playwright;

namespace IswitchRoofs.Host.Tests.Browser;

[Collection(BrowserFixture.Shared)]
public sealed class InteractionJourneyTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_call_is_logged_in_two_taps_on_the_phone_and_the_office_sees_the_lead_move_by_itself()
    {
        await browser.Host.RelayedAsync();
        var (id, name) = await HavingLeadAsync();
        await using var desk = await browser.SignInAsync("manager");
        await desk.Page.GotoAsync($"/Leads/Details/{id}");
        await desk.ListeningAsync();
        await using var phone = await browser.SignInAsync("sales", Window.Phone);
        var page = phone.Page;
        await page.GotoAsync($"/Leads/Details/{id}");

        await page.GetByText("Log a call").ClickAsync();
        await CleanAsync(phone);
        await page.GetByRole(AriaRole.Button, new() { Name = "No answer" }).ClickAsync();
        await Assertions.Expect(page.Locator("#interactions .timeline-list")).ToContainTextAsync("Outbound phone call, no answer");

        // Within the two minutes: 81 for the lead, 9 for the answer, 3 for the first contact.
        await Assertions.Expect(desk.Page.Locator(".stages .is-current")).ToContainTextAsync("Contacted");
        await Assertions.Expect(desk.Page.Locator("#lead-history")).ToContainTextAsync("Score from 81 to 93");
        await Assertions.Expect(desk.Page.Locator("#interactions")).ToContainTextAsync("by Sam Whitfield");
        await CleanAsync(desk);

        await desk.Page.GetByText("Log a call").ClickAsync();
        await desk.Page.GetByLabel("What was said").FillAsync("Wants metal, has two dogs");
        await desk.Page.GetByLabel("We promised").FillAsync("Send the estimate");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Spoke" }).ClickAsync();
        await Assertions.Expect(desk.Page.Locator("#interactions")).ToContainTextAsync("Follow up tomorrow: Send the estimate");

        await desk.Page.GotoAsync("/Interactions/FollowUps");
        await CleanAsync(desk);
        var promise = desk.Page.Locator("#follow-up-list li", new() { HasText = name });
        await promise.GetByText("Done, and log what came of it").ClickAsync();
        await promise.GetByLabel("How").SelectOptionAsync("email");
        await promise.GetByLabel("What was said").FillAsync("Here is the estimate");
        await CleanAsync(desk);
        await promise.GetByRole(AriaRole.Button, new() { Name = "Complete and log" }).ClickAsync();
        await Assertions.Expect(desk.Page.Locator("#follow-up-list")).Not.ToContainTextAsync(name);

        await page.GotoAsync("/Interactions?interaction_type=email");
        await Assertions.Expect(page.Locator("#interaction-list")).ToContainTextAsync(name);
        await CleanAsync(phone);
        await page.GetByLabel("Remove filter Type: E-mail").ClickAsync();
        await Assertions.Expect(page.Locator("#interaction-list")).ToContainTextAsync("Outbound phone call");
        await CleanAsync(phone);
        phone.TakeComplaints().ShouldBeEmpty();
        desk.TakeComplaints().ShouldBeEmpty();
    }

    [Fact]
    public async Task Anything_is_logged_with_anybody_corrected_and_deleted_with_Undo()
    {
        await using var window = await browser.SignInAsync("manager");
        var page = window.Page;
        await page.GotoAsync("/Interactions/Create");
        await page.GetByLabel("With whom?").FillAsync(DemoPeople.CustomerName(2));
        await page.GetByRole(AriaRole.Button, new() { Name = "Find", Exact = true }).ClickAsync();
        await CleanAsync(window);
        await page.Locator(".day-list a", new() { HasText = DemoPeople.CustomerName(2) }).First.ClickAsync();

        await page.GetByLabel("Type").SelectOptionAsync("site_visit");
        await page.GetByLabel("When").FillAsync("2099-01-01T10:00");
        await page.GetByRole(AriaRole.Button, new() { Name = "Log interaction" }).ClickAsync();
        await Assertions.Expect(page.Locator("#Input_OccurredAt-error")).ToContainTextAsync("must not be in the future");
        await CleanAsync(window);
        await page.GetByLabel("When").FillAsync("");
        await page.GetByLabel("Subject").FillAsync("Looked at the chimney");
        await page.GetByRole(AriaRole.Button, new() { Name = "Log interaction" }).ClickAsync();
        var visit = page.Locator("#interactions li", new() { HasText = "Looked at the chimney" });
        await Assertions.Expect(visit).ToContainTextAsync("Outbound site visit");
        await CleanAsync(window);

        await visit.GetByRole(AriaRole.Link).ClickAsync();
        await page.GetByLabel("Subject").FillAsync("Looked at both chimneys");
        await CleanAsync(window);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save interaction" }).ClickAsync();
        await Assertions.Expect(page.Locator("#interactions")).ToContainTextAsync("Looked at both chimneys");

        await page.Locator("#interactions li", new() { HasText = "both chimneys" }).GetByRole(AriaRole.Link).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete interaction" }).ClickAsync();
        await Assertions.Expect(page.Locator("#interactions")).Not.ToContainTextAsync("both chimneys");
        await page.Locator(".toast-note").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(page.Locator("#interactions")).ToContainTextAsync("both chimneys");
        window.TakeComplaints().ShouldBeEmpty();
    }

    private async Task<(Guid Id, string Name)> HavingLeadAsync()
    {
        using var sales = await browser.Host.SignInAsync("sales");
        var family = $"Call{Guid.CreateVersion7():N}"[^12..];
        using var answer = await sales.PostAsJsonAsync("/api/leads", new
        {
            first_name = "Clara", last_name = family, email = $"{family}@example.com", source = "website_form",
            zip_code = "48009", property_value = 650000, urgency = "immediate", assigned_to = DemoPeople.Sales,
        });
        var lead = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (lead.GetProperty("id").GetGuid(), $"Clara {family}");
    }

    private static async Task CleanAsync(Window window)
    {
        (await window.FindBarriersAsync()).ShouldBeEmpty();
        (await window.OverflowAsync()).ShouldBe(0);
    }
}
