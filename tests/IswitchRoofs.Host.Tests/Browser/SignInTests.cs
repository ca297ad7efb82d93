using IswitchRoofs.Shared.Application;
using Microsoft.Playwright;

namespace IswitchRoofs.Host.Tests.Browser;

[Collection(BrowserFixture.Shared)]
public sealed class SignInTests(BrowserFixture browser)
{
    [Fact]
    public async Task Who_is_not_signed_in_is_led_to_the_sign_in_page_and_then_to_where_they_wanted()
    {
        await using var window = await browser.OpenAsync();

        await window.Page.GotoAsync("/Leads?status=new");
        new Uri(window.Page.Url).AbsolutePath.ShouldBe("/sign-in");
        await window.SubmitSignInAsync("sales@iswitchroofs.example", DemoPeople.Password);
        await window.Page.WaitForURLAsync("**/Leads?status=new");

        await Assertions.Expect(window.Page.Locator(".chip")).ToContainTextAsync("Status: New");
    }

    [Fact]
    public async Task A_wrong_password_is_refused_without_saying_what_was_wrong()
    {
        await using var window = await browser.OpenAsync();
        await window.Page.GotoAsync("/sign-in");

        await window.SubmitSignInAsync("sales2@iswitchroofs.example", "not the password");
        await Assertions.Expect(window.Page.Locator(".error-summary")).ToBeVisibleAsync();
        var known = await window.Page.Locator(".error-summary").InnerTextAsync();
        await window.SubmitSignInAsync("nobody@iswitchroofs.example", "not the password");
        await Assertions.Expect(window.Page.GetByLabel("E-mail")).ToHaveValueAsync("nobody@iswitchroofs.example");

        (await window.Page.Locator(".error-summary").InnerTextAsync()).ShouldBe(known);
        new Uri(window.Page.Url).AbsolutePath.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        await using var window = await browser.SignInAsync("sales2");

        await window.Page.Locator(".topbar .dropdown button", new PageLocatorOptions { HasText = "Account of" }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign out" }).ClickAsync();
        await window.Page.WaitForURLAsync(url => new Uri(url).AbsolutePath.StartsWith("/sign-", StringComparison.Ordinal));
        await window.Page.GotoAsync("/Leads");

        new Uri(window.Page.Url).AbsolutePath.ShouldBe("/sign-in");
    }
}
