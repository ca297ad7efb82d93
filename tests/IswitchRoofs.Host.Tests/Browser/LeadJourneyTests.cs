using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace IswitchRoofs.Host.Tests.Browser;

[Collection(BrowserFixture.Shared)]
public sealed partial class LeadJourneyTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_new_lead_appears_in_another_browser_by_itself_with_a_toast_and_on_the_bell()
    {
        await browser.Host.RelayedAsync();
        await using var assignee = await browser.SignInAsync("sales");
        await assignee.Page.GotoAsync("/Leads");
        await assignee.ListeningAsync();
        var bell = assignee.Page.Locator("[data-bell-count]");
        await assignee.Page.WaitForFunctionAsync("() => document.querySelector('#bell-list [data-unread]')");
        var before = int.Parse((await bell.GetAttributeAsync("data-count"))!, System.Globalization.CultureInfo.InvariantCulture);

        await using var manager = await browser.SignInAsync("manager");
        var name = await CreateAsync(manager.Page, "Sam Whitfield");
        await Assertions.Expect(manager.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync(name);

        await Assertions.Expect(assignee.Page.Locator("#lead-list")).ToContainTextAsync(name);
        await Assertions.Expect(assignee.Page.Locator(".toast-note").First).ToBeVisibleAsync();

        // At least: meanwhile a lead of another test may have waited too long.
        await assignee.Page.WaitForFunctionAsync("before => Number(document.querySelector('[data-bell-count]').dataset.count) > before", before);
        manager.TakeComplaints().ShouldBeEmpty();
        assignee.TakeComplaints().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_lead_is_moved_and_handed_over_and_both_stand_in_its_history()
    {
        await using var window = await browser.SignInAsync("manager");
        var page = window.Page;
        await CreateAsync(page, "Sam Whitfield");

        await page.GetByLabel("Move to").SelectOptionAsync("qualified");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Move lead" }).ClickAsync();
        await Assertions.Expect(page.Locator(".stages .is-current")).ToContainTextAsync("Qualified");
        await Assertions.Expect(Toast(page, "Moved to Qualified")).ToBeVisibleAsync();

        await page.GetByLabel("Hand over to").SelectOptionAsync(new SelectOptionValue { Label = "Dana Haddad" });
        await page.GetByRole(AriaRole.Textbox, new PageGetByRoleOptions { Name = "Note" }).FillAsync("Knows the street");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Hand over lead" }).ClickAsync();
        await Assertions.Expect(Toast(page, "Assigned to Dana Haddad")).ToBeVisibleAsync();

        var history = page.Locator("#lead-history");
        await Assertions.Expect(history).ToContainTextAsync("Moved from New to Qualified");
        await Assertions.Expect(history).ToContainTextAsync("Assigned to Dana Haddad, before Sam Whitfield");
        await Assertions.Expect(history).ToContainTextAsync("Knows the street");
        window.TakeComplaints().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_move_can_be_taken_back()
    {
        await using var window = await browser.SignInAsync("sales");
        var page = window.Page;
        await CreateAsync(page, "Sam Whitfield");
        await page.GetByLabel("Move to").SelectOptionAsync("negotiation");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Move lead" }).ClickAsync();

        await Toast(page, "Moved to").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Undo" }).ClickAsync();

        await Assertions.Expect(page.Locator(".stages .is-current")).ToContainTextAsync("New");
    }

    [Fact]
    public async Task A_won_lead_becomes_a_customer_with_a_project_and_a_second_browser_sees_it()
    {
        await using var window = await browser.SignInAsync("sales");
        await using var other = await browser.SignInAsync("manager");
        await CreateAsync(window.Page, "Sam Whitfield");
        await other.Page.GotoAsync(window.Page.Url);
        await other.ListeningAsync();

        await window.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Convert to customer" }).ClickAsync();

        await Assertions.Expect(Toast(window.Page, "is a customer now")).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Open the project" })).ToBeVisibleAsync();
        await Assertions.Expect(other.Page.Locator(".stages .is-current")).ToContainTextAsync("Won");
        await window.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Open the customer" }).ClickAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToBeVisibleAsync();
        window.TakeComplaints().ShouldBeEmpty();
        other.TakeComplaints().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_somebody_began_to_choose_outlives_the_news_that_were_on_their_way()
    {
        await using var window = await browser.SignInAsync("sales");
        await using var other = await browser.SignInAsync("manager");
        await CreateAsync(window.Page, "Sam Whitfield");
        await other.Page.GotoAsync(window.Page.Url);
        await other.ListeningAsync();
        var news = await HeldNews.OnAsync(other.Page);
        var step = other.Page.GetByLabel("Move to");
        var proposed = await step.InputValueAsync();

        await window.Page.GetByLabel("Move to").SelectOptionAsync("contacted");
        await window.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Move lead" }).ClickAsync();
        await news.OnTheirWayAsync();
        await step.SelectOptionAsync("quote_sent");
        await news.ArriveAsync();
        (await step.InputValueAsync()).ShouldBe("quote_sent");
        await Assertions.Expect(other.Page.Locator(".stages .is-current")).ToContainTextAsync("New");

        // Taken back, the news may come.
        await step.SelectOptionAsync(proposed);
        await Assertions.Expect(other.Page.Locator(".stages .is-current")).ToContainTextAsync("Contacted");
        other.TakeComplaints().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_somebody_is_asked_about_outlives_the_news_that_were_on_their_way()
    {
        await using var window = await browser.SignInAsync("sales");
        await using var other = await browser.SignInAsync("manager");
        await CreateAsync(window.Page, "Sam Whitfield");
        await other.Page.GotoAsync(window.Page.Url);
        await other.ListeningAsync();
        var news = await HeldNews.OnAsync(other.Page);

        await window.Page.GetByLabel("Move to").SelectOptionAsync("contacted");
        await window.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Move lead" }).ClickAsync();
        await news.OnTheirWayAsync();
        await other.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Delete" }).ClickAsync();
        await news.ArriveAsync();
        await other.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Delete lead" }).ClickAsync();

        await other.Page.WaitForURLAsync("**/Leads");
    }

    [Fact]
    public async Task A_lead_that_is_lost_says_why()
    {
        await using var window = await browser.SignInAsync("sales");
        var page = window.Page;
        await CreateAsync(page, "Sam Whitfield");
        await page.GetByLabel("Move to").SelectOptionAsync("lost");

        await page.GetByLabel("Why was it lost?").FillAsync("Chose another roofer");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Move lead" }).ClickAsync();

        await Assertions.Expect(page.GetByText("Lost because: Chose another roofer")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".stages .is-aside")).ToHaveTextAsync("Lost");
    }

    [Fact]
    public async Task A_deleted_lead_comes_back_by_Undo()
    {
        await using var window = await browser.SignInAsync("manager");
        var page = window.Page;
        var name = await CreateAsync(page, "Sam Whitfield");
        var address = page.Url;

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Delete" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Delete lead" }).ClickAsync();
        await page.WaitForURLAsync("**/Leads");
        await Assertions.Expect(page.Locator("#lead-list")).Not.ToContainTextAsync(name);
        await Toast(page, "is in the trash").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Undo" }).ClickAsync();

        await Assertions.Expect(page.Locator("#lead-list")).ToContainTextAsync(name);
        (await page.GotoAsync(address))!.Status.ShouldBe(200);
    }

    [Fact]
    public async Task What_is_missing_is_said_beside_the_fields_and_what_was_typed_stays()
    {
        await using var window = await browser.SignInAsync("sales", Window.Phone);
        var page = window.Page;
        await page.GotoAsync("/Leads/Create");
        await page.GetByLabel("First name").FillAsync("Ann");
        await page.GetByLabel("Estimated value").FillAsync("a lot");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Create lead" }).ClickAsync();

        await Assertions.Expect(page.Locator("#Input_EstimatedValue-error")).ToContainTextAsync("Enter an amount");
        await page.GetByLabel("Estimated value").FillAsync("$12,500");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Create lead" }).ClickAsync();

        await Assertions.Expect(page.Locator("#Input_LastName-error")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#Input_Phone-error")).ToContainTextAsync("one way to reach the person");
        await Assertions.Expect(page.GetByLabel("Last name")).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByLabel("First name")).ToHaveValueAsync("Ann");
        (await window.FindBarriersAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_we_already_know_is_shown_before_the_lead_is_saved_anyway()
    {
        await using var window = await browser.SignInAsync("sales");
        var page = window.Page;
        var first = await CreateAsync(page, "Sam Whitfield");
        var phone = await page.Locator("dl.facts a[href^='tel:']").First.InnerTextAsync();
        await page.GotoAsync("/Leads/Create");
        await page.GetByLabel("First name").FillAsync("Another");
        await page.GetByLabel("Last name").FillAsync("Person");
        await page.GetByLabel("Phone", new PageGetByLabelOptions { Exact = true }).FillAsync(phone);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Create lead" }).ClickAsync();

        await Assertions.Expect(page.Locator(".warn-box")).ToContainTextAsync($"{first} is a lead with the same phone");
        (await window.FindBarriersAsync()).ShouldBeEmpty();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save anyway" }).ClickAsync();

        await page.WaitForURLAsync(DetailsPage());
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync("Another Person");
    }

    [Fact]
    public async Task An_edited_fact_changes_the_score_and_the_page_says_so()
    {
        await using var window = await browser.SignInAsync("sales");
        var page = window.Page;
        await CreateAsync(page, "Sam Whitfield");

        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Edit" }).ClickAsync();
        await page.GetByLabel("Property value").FillAsync("$650,000");
        await page.GetByLabel("ZIP code").FillAsync("48009");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save lead" }).ClickAsync();

        await Assertions.Expect(Toast(page, "The score went from")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("ZIP 48009 is in our premium area.")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#lead-history")).ToContainTextAsync("Score from");
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_creates_one_lead()
    {
        await using var window = await browser.SignInAsync("sales");
        var page = window.Page;
        var family = await FillAsync(page, "Sam Whitfield");
        await page.EvaluateAsync("""
            async () => {
              const form = document.querySelector('form.form-card');
              const send = () => fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), redirect: 'follow' });
              await send();
              await send();
            }
            """);

        await page.GotoAsync($"/Leads?q={family}");

        await Assertions.Expect(page.Locator("#lead-list tbody tr")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Filters_stand_as_chips_and_go_away_one_by_one_or_all_at_once()
    {
        await using var window = await browser.SignInAsync("sales");
        var page = window.Page;
        await page.GotoAsync("/Leads?status=new,contacted&temperature=hot,warm,cool,cold");
        await Assertions.Expect(page.Locator(".chip")).ToHaveCountAsync(2);

        await page.GetByLabel("Remove filter Status: New, Contacted").ClickAsync();
        await Assertions.Expect(page.Locator(".chip")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Clear all" }).ClickAsync();
        await Assertions.Expect(page.Locator(".chip")).ToHaveCountAsync(0);

        await page.GotoAsync("/Leads?q=zzzzzzzz");
        await Assertions.Expect(page.GetByText("No lead matches")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_field_tech_may_not_see_leads()
    {
        await using var window = await browser.SignInAsync("tech");

        (await window.Page.GotoAsync("/Leads"))!.Status.ShouldBe(403);

        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync("Not for your role");
    }

    private static ILocator Toast(IPage page, string text) => page.Locator(".toast-note", new PageLocatorOptions { HasText = text });

    private static async Task<string> CreateAsync(IPage page, string assignee)
    {
        var family = await FillAsync(page, assignee);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Create lead" }).ClickAsync();
        await page.WaitForURLAsync(DetailsPage());
        return $"Nora {family}";
    }

    /// <returns>A family name that nobody else has.</returns>
    private static async Task<string> FillAsync(IPage page, string assignee)
    {
        var family = $"Test{Guid.NewGuid():N}"[..14];
        await page.GotoAsync("/Leads/Create");
        await page.GetByLabel("First name").FillAsync("Nora");
        await page.GetByLabel("Last name").FillAsync(family);
        await page.GetByLabel("Phone", new PageGetByLabelOptions { Exact = true }).FillAsync($"(734) {Random.Shared.Next(200, 999)}-{Random.Shared.Next(1000, 9999)}");
        await page.GetByLabel("E-mail").FillAsync($"{family}@example.com");
        await page.GetByLabel("Assign to").SelectOptionAsync(new SelectOptionValue { Label = assignee });
        return family;
    }

    [GeneratedRegex("/Leads/Details/")]
    private static partial Regex DetailsPage();

    /// <summary>Holds back what a page fetches of itself, so that a test can act while news are on their way.</summary>
    private sealed class HeldNews
    {
        private readonly TaskCompletionSource _asked = new();
        private readonly TaskCompletionSource _answer = new();
        private readonly IPage _page;

        private HeldNews(IPage page) => _page = page;

        public static async Task<HeldNews> OnAsync(IPage page)
        {
            var news = new HeldNews(page);
            await page.RouteAsync(page.Url, async route =>
            {
                news._asked.TrySetResult();
                await news._answer.Task;
                await route.ContinueAsync();
            });
            return news;
        }

        public Task OnTheirWayAsync() => _asked.Task.WaitAsync(TimeSpan.FromSeconds(30));

        public async Task ArriveAsync()
        {
            await _page.EvaluateAsync("() => { window.answered = new Promise(done => document.addEventListener('htmx:afterOnLoad', () => done(), { once: true })); }");
            _answer.SetResult();
            await _page.EvaluateAsync("() => window.answered");
        }
    }
}
