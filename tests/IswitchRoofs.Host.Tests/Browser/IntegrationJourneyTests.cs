using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;

namespace IswitchRoofs.Host.Tests.Browser;

[Collection(BrowserFixture.Shared)]
public sealed class IntegrationJourneyTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_program_is_made_used_and_taken_away_and_an_app_asks_first()
    {
        await using var window = await browser.SignInAsync("admin");
        var page = window.Page;
        var name = $"Website {Guid.NewGuid():N}"[..18];

        // Made: what is missing is said beside the field, and the secret is shown once.
        await page.GotoAsync("/Settings/Integrations");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "New program" }).ClickAsync();
        await page.GetByLabel("Name").FillAsync(name);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Create program" }).ClickAsync();
        await Assertions.Expect(page.Locator(".field-error").First).ToContainTextAsync("Role is required");
        (await window.FindBarriersAsync()).ShouldBeEmpty();
        await page.GetByLabel("Acts as").SelectOptionAsync("sales");
        await page.GetByLabel("leads.read", new PageGetByLabelOptions { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Create program" }).ClickAsync();
        var secret = await page.GetByLabel("Client secret").InputValueAsync();
        var id = await page.GetByLabel("Client id").InputValueAsync();
        (await window.FindBarriersAsync()).ShouldBeEmpty();
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "I have stored it" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync(name);
        (await page.ContentAsync()).ShouldNotContain(secret);

        // Used, disabled and gone.
        (await AskAsync(id, secret)).ShouldBe(200);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Disable" }).ClickAsync();
        await Assertions.Expect(page.Locator(".toast-note", new PageLocatorOptions { HasText = "Integration disabled" })).ToBeVisibleAsync();
        (await AskAsync(id, secret)).ShouldBe(401);
        (await window.FindBarriersAsync()).ShouldBeEmpty();
        await page.SetViewportSizeAsync(Window.Phone, 844);
        (await window.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
        await page.GotoAsync("/Settings/Integrations");
        await Assertions.Expect(page.Locator("tr", new PageLocatorOptions { HasText = name })).ToContainTextAsync("Disabled");
        (await window.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
        (await window.FindBarriersAsync()).ShouldBeEmpty();

        // An app of others asks the person first, and brings a no back to it.
        using var admin = await browser.Host.SignInAsync("admin");
        using var created = await admin.PostAsJsonAsync("/api/integrations", new
        {
            name = $"App {name}", kind = "authorization_code", scopes = new[] { "leads.read" }, redirect_uris = new[] { new Uri(browser.Host.Address, "/docs/problems").AbsoluteUri },
        });
        var app = (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("integration").GetProperty("client_id").GetString();
        var back = Uri.EscapeDataString(new Uri(browser.Host.Address, "/docs/problems").AbsoluteUri);
        var ask = $"/connect/authorize?response_type=code&client_id={app}&redirect_uri={back}&state=s1&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256";
        await page.GotoAsync(ask);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync($"Allow App {name} to act for you?");
        await Assertions.Expect(page.GetByRole(AriaRole.Listitem).First).ToHaveTextAsync("leads.read");
        (await window.FindBarriersAsync()).ShouldBeEmpty();
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Do not allow" }).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("error=access_denied", StringComparison.Ordinal));
        await page.GotoAsync(ask);
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Allow", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("code=", StringComparison.Ordinal) && url.Contains("state=s1", StringComparison.Ordinal));
        window.TakeComplaints().ShouldBeEmpty();
    }

    private async Task<int> AskAsync(string id, string secret)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = id, ["client_secret"] = secret });
        using var answer = await browser.Host.Anonymous.PostAsync("/connect/token", form);
        return (int)answer.StatusCode;
    }
}
