using System.Net.Http.Json;
using System.Text.RegularExpressions;
using IswitchRoofs.Host.Tests.Identity;
using Microsoft.Playwright;

namespace IswitchRoofs.Host.Tests.Browser;

/// <summary>A working life in one test: invited with role and team, second factor, signed in with it, disabled, out.</summary>
[Collection(BrowserFixture.Shared)]
public sealed partial class AccountJourneyTests(BrowserFixture browser)
{
    private const string Chosen = "two roofs and a ladder";

    [Fact]
    public async Task Somebody_is_invited_gets_a_second_factor_signs_in_with_it_and_is_disabled()
    {
        var name = $"Nora {Guid.NewGuid():N}"[..14];
        var email = $"{Guid.NewGuid():N}@example.com";
        await using var office = await browser.SignInAsync("admin");
        var admin = office.Page;
        await admin.GotoAsync("/Settings");
        (await office.FindBarriersAsync()).ShouldBeEmpty();
        await admin.Locator("#content").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Users" }).ClickAsync();
        await admin.WaitForURLAsync("**/Settings/Users");
        (await office.FindBarriersAsync()).ShouldBeEmpty();
        await admin.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Invite user" }).ClickAsync();
        await admin.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Send invitation" }).ClickAsync();
        await Assertions.Expect(admin.Locator("#Input_Email-error")).ToBeVisibleAsync();
        await admin.GetByLabel("Name").FillAsync(name);
        await admin.GetByLabel("E-mail").FillAsync(email);
        await admin.GetByLabel("Role").SelectOptionAsync("sales");
        await admin.GetByLabel("North Oakland").CheckAsync();
        (await office.FindBarriersAsync()).ShouldBeEmpty();
        await admin.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Send invitation" }).ClickAsync();
        await Assertions.Expect(admin.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync(name);
        await Assertions.Expect(admin.Locator("dl.facts").First).ToContainTextAsync("Invited");
        await Assertions.Expect(admin.Locator("dl.facts").First).ToContainTextAsync("North Oakland");
        (await office.FindBarriersAsync()).ShouldBeEmpty();
        var record = admin.Url;

        await using var phone = await browser.OpenAsync(Window.Phone);
        var page = phone.Page;
        await page.GotoAsync(new Uri(await browser.Host.LinkMailedAsync(email)).PathAndQuery);
        await page.GetByLabel("New password").FillAsync(Chosen);
        await page.GetByLabel("Once more").FillAsync(Chosen);
        (await phone.FindBarriersAsync()).ShouldBeEmpty();
        (await phone.OverflowAsync()).ShouldBe(0);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save password" }).ClickAsync();
        await page.WaitForURLAsync("**/sign-in");
        await phone.SubmitSignInAsync(email, Chosen);
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/");

        await page.GotoAsync("/Profile");
        (await phone.FindBarriersAsync()).ShouldBeEmpty();
        (await phone.OverflowAsync()).ShouldBe(0);
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Set up a second factor" }).ClickAsync();
        var secret = (await page.Locator("[data-secret]").TextContentAsync())!.Replace(" ", "", StringComparison.Ordinal);
        (await phone.FindBarriersAsync()).ShouldBeEmpty();
        (await phone.OverflowAsync()).ShouldBe(0);
        await page.GetByLabel("The code that the app shows").FillAsync("000000");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Switch it on" }).ClickAsync();
        await Assertions.Expect(page.Locator("#Input_Code-error")).ToBeVisibleAsync();
        await page.GetByLabel("The code that the app shows").FillAsync(TestTotp.CodeNow(secret));
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Switch it on" }).ClickAsync();
        var recovery = await page.Locator(".code-list code").AllTextContentsAsync();
        recovery.Count.ShouldBe(10);
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "I have kept them" }).ClickAsync();
        await Assertions.Expect(page.GetByText("10 recovery codes are left")).ToBeVisibleAsync();

        await using var desk = await browser.OpenAsync();
        await desk.Page.GotoAsync("/sign-in");
        await desk.SubmitSignInAsync(email, Chosen);
        await Assertions.Expect(desk.Page.GetByLabel("Code")).ToBeFocusedAsync();
        (await desk.FindBarriersAsync()).ShouldBeEmpty();
        await desk.Page.GetByLabel("Code").FillAsync("000000");
        await desk.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Go on" }).ClickAsync();
        await Assertions.Expect(desk.Page.Locator(".error-summary")).ToContainTextAsync("The code is wrong");

        // The code that switched it on is used up: the app's next one, which the server's tolerance lets in already.
        await desk.Page.GetByLabel("Code").FillAsync(TestTotp.CodeNow(secret, ahead: 1));
        await desk.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Go on" }).ClickAsync();
        await desk.Page.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/");
        await desk.Page.GotoAsync("/Profile");
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = SignOutDevice() })).ToHaveCountAsync(1);

        await admin.GotoAsync(record);
        await admin.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Disable" }).ClickAsync();
        await admin.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Disable user" }).ClickAsync();
        await Assertions.Expect(admin.Locator("dl.facts").First).ToContainTextAsync("Disabled");
        await desk.Page.GotoAsync("/Leads");
        new Uri(desk.Page.Url).AbsolutePath.ShouldBe("/sign-in");
        await page.GotoAsync("/Leads");
        new Uri(page.Url).AbsolutePath.ShouldBe("/sign-in");
        office.TakeComplaints().ShouldBeEmpty();
        desk.TakeComplaints().Where(c => !c.Contains("/apps/", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_role_that_needs_a_second_factor_is_led_to_it_and_then_to_today()
    {
        var email = $"{Guid.NewGuid():N}@example.com";
        using (var api = await browser.Host.SignInAsync("admin"))
        using (var invited = await api.PostAsJsonAsync("/api/users", new { email, name = "Omar Haddad", role = "field_tech" })) invited.EnsureSuccessStatusCode();
        using (var accepted = await browser.Host.Anonymous.PostAsJsonAsync("/api/auth/password/reset", new { token = await browser.Host.TokenMailedAsync(email), new_password = Chosen })) accepted.EnsureSuccessStatusCode();
        await using var office = await browser.SignInAsync("admin");
        var admin = office.Page;
        await AskAsync(true);
        try
        {
            await using var phone = await browser.OpenAsync(Window.Phone);
            var page = phone.Page;
            await page.GotoAsync("/sign-in");
            await phone.SubmitSignInAsync(email, Chosen);
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Set up a second factor");
            (await phone.FindBarriersAsync()).ShouldBeEmpty();
            (await phone.OverflowAsync()).ShouldBe(0);
            await page.GotoAsync("/Projects");
            new Uri(page.Url).AbsolutePath.ShouldBe("/Profile/SecondFactor", "nothing else opens before");

            await page.GetByText("Type the secret instead").ClickAsync();
            var secret = (await page.Locator("[data-secret]").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
            await page.GetByLabel("The code that the app shows").FillAsync(TestTotp.CodeNow(secret));
            await page.GetByRole(AriaRole.Button, new() { Name = "Switch it on" }).ClickAsync();
            await Assertions.Expect(page.Locator(".code-list code")).ToHaveCountAsync(10);
            (await phone.FindBarriersAsync()).ShouldBeEmpty();
            (await phone.OverflowAsync()).ShouldBe(0);
            var first = await page.Locator(".code-list code").AllTextContentsAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "I have kept them" }).ClickAsync();
            await Assertions.Expect(page.Locator("#rail")).ToBeAttachedAsync();
            new Uri(page.Url).AbsolutePath.ShouldBe("/");
            await page.GotoAsync("/Projects");
            new Uri(page.Url).AbsolutePath.ShouldBe("/Projects");

            await page.GotoAsync("/Profile");
            await page.GetByRole(AriaRole.Link, new() { Name = "New recovery codes" }).ClickAsync();
            await page.GetByLabel("Password, or a code of your app").FillAsync("a wrong password");
            await page.GetByRole(AriaRole.Button, new() { Name = "Make new codes" }).ClickAsync();
            await Assertions.Expect(page.Locator("#Input_Proof-error")).ToBeVisibleAsync();
            (await phone.FindBarriersAsync()).ShouldBeEmpty();
            (await phone.OverflowAsync()).ShouldBe(0);
            await page.GetByLabel("Password, or a code of your app").FillAsync(Chosen);
            await page.GetByRole(AriaRole.Button, new() { Name = "Make new codes" }).ClickAsync();
            await Assertions.Expect(page.Locator(".code-list code")).ToHaveCountAsync(10);
            var second = await page.Locator(".code-list code").AllTextContentsAsync();
            second.Intersect(first).ShouldBeEmpty();

            await using var desk = await browser.OpenAsync();
            await desk.Page.GotoAsync("/sign-in");
            await desk.SubmitSignInAsync(email, Chosen);
            await desk.Page.GetByLabel("Code").FillAsync(first[0]);
            await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
            await Assertions.Expect(desk.Page.Locator(".error-summary")).ToContainTextAsync("The code is wrong");
            await desk.Page.GetByLabel("Code").FillAsync(second[0]);
            await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
            await desk.Page.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/");
            phone.TakeComplaints().Where(c => !c.Contains("/apps/", StringComparison.Ordinal)).ShouldBeEmpty();
        }
        finally
        {
            await AskAsync(false);
        }

        async Task AskAsync(bool needed)
        {
            await admin.GotoAsync("/Settings/Security");
            await admin.GetByLabel("Field tech").SetCheckedAsync(needed);
            await admin.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
            await Assertions.Expect(admin.GetByText("Security settings saved")).ToBeVisibleAsync();
        }
    }

    [GeneratedRegex("^Sign out .+ on ")]
    private static partial Regex SignOutDevice();
}
