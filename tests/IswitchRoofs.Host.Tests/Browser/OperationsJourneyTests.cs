using IswitchRoofs.TestKit;
using Microsoft.Playwright;

namespace IswitchRoofs.Host.Tests.Browser;

[Collection(BrowserFixture.Shared)]
public sealed class OperationsJourneyTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(Window.Desk)]
    [InlineData(Window.Phone)]
    public async Task A_manager_forms_a_team_and_plans_somebodys_time_off(int width)
    {
        await using var window = await browser.SignInAsync("manager", width);
        var page = window.Page;
        await page.GotoAsync("/Teams/New");
        await CleanAsync(window);
        var name = $"Downriver {Guid.CreateVersion7():N}"[..24];
        await page.GetByLabel("Name").FillAsync(name);
        await page.GetByLabel("ZIP codes").FillAsync("4819");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create team" }).ClickAsync();
        await Assertions.Expect(page.GetByText("4819 must be a ZIP code")).ToBeVisibleAsync();
        await page.GetByLabel("ZIP codes").FillAsync("48195, 48192");
        await page.GetByLabel("Spanish").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Create team" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(name);

        await page.GetByLabel("Person").SelectOptionAsync(new SelectOptionValue { Label = "Yusuf Rahman" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Take in" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Yusuf Rahman" })).ToBeVisibleAsync();
        await CleanAsync(window);

        await page.GetByRole(AriaRole.Link, new() { Name = "Yusuf Rahman" }).ClickAsync();
        await page.GetByLabel("First day").FillAsync("2027-07-05");
        await page.GetByLabel("Last day").FillAsync("2027-07-09");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take time off" }).ClickAsync();
        var off = page.GetByText("Mon, Jul 5, 2027 to Fri, Jul 9, 2027");
        await Assertions.Expect(off).ToBeVisibleAsync();
        await CleanAsync(window);
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel time off Mon, Jul 5, 2027" }).ClickAsync();
        await Assertions.Expect(off).ToHaveCountAsync(0);
        window.TakeComplaints().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Window.Desk)]
    [InlineData(Window.Phone)]
    public async Task An_administrator_sees_the_system_and_runs_a_job(int width)
    {
        await using var window = await browser.SignInAsync("admin", width);
        var page = window.Page;
        await page.GotoAsync("/Settings/System");
        await CleanAsync(window);
        await page.GetByRole(AriaRole.Button, new() { Name = "Run now: Forget old runs of jobs" }).ClickAsync();
        await Assertions.Expect(page.GetByText("The job runs")).ToBeVisibleAsync();
        window.TakeComplaints().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Window.Desk)]
    [InlineData(Window.Phone)]
    public async Task An_administrator_changes_holidays_and_learns_why_somebody_may(int width)
    {
        await using var window = await browser.SignInAsync("admin", width);
        var page = window.Page;
        await page.GotoAsync("/Settings/Hours");
        await CleanAsync(window);
        await page.GetByLabel("Holidays").FillAsync("25.12. Christmas");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Holidays, 25.12. Christmas: date is required.")).ToBeVisibleAsync();
        await page.GetByLabel("Holidays").FillAsync("2031-12-25 Christmas Day");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Business hours saved")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Holidays")).ToHaveValueAsync("2031-12-25 Christmas Day");

        await page.GotoAsync("/Settings/Roles");
        await CleanAsync(window);
        await page.GetByLabel("Person").SelectOptionAsync(new SelectOptionValue { Label = "Sam Whitfield" });
        await page.GetByLabel("Permission").SelectOptionAsync("audit.read");
        await page.GetByRole(AriaRole.Button, new() { Name = "Explain" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Sam Whitfield may not: the role Sales does not give audit.read; Admin would.")).ToBeVisibleAsync();
        window.TakeComplaints().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Window.Desk)]
    [InlineData(Window.Phone)]
    public async Task An_administrator_sees_a_message_come_by_the_live_line(int width)
    {
        await using var window = await browser.SignInAsync("admin", width);
        var page = window.Page;
        await page.GotoAsync("/Settings/Realtime");
        await CleanAsync(window);
        await window.ListeningAsync();
        await Assertions.Expect(page.GetByText("Embedded: this program serves")).ToBeVisibleAsync();

        // Connected is not yet subscribed: what is sent in between reaches nobody, so a person would click once more.
        await Eventually.HoldsAsync(
            async () =>
            {
                await page.GetByRole(AriaRole.Button, new() { Name = "Send me a test message" }).ClickAsync();
                return await page.GetByText("Live updates work").CountAsync() > 0;
            },
            "the message came back");
        window.TakeComplaints().ShouldBeEmpty();
    }

    private static async Task CleanAsync(Window window)
    {
        (await window.FindBarriersAsync()).ShouldBeEmpty();
        (await window.OverflowAsync()).ShouldBe(0);
    }
}
