using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using IswitchRoofs.Host.Tests.Identity;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.TestKit;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace IswitchRoofs.Host.Tests.Browser;

/// <summary>Takes the pictures of docs/images: <c>SCREENSHOTS=1 dotnet test tests/IswitchRoofs.Host.Tests --filter Screenshots</c>.</summary>
[Collection(BrowserFixture.Shared)]
public sealed partial class Screenshots(BrowserFixture browser)
{
    private const int LargestFile = 250_000;
    private static readonly int[] Widths = [Window.Desk, Window.Phone];

    private static string Folder { get; } = Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "..", "docs", "images");

    [Fact]
    public async Task Every_page_has_its_picture()
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is not "1") return;
        Directory.CreateDirectory(Folder);

        // The lists first: what the other pictures need would stand in them.
        foreach (var width in Widths) await TakeNavigationAsync(width);
        foreach (var width in Widths) await TakeFormsAsync(width);
        await TakeDoorsAsync();
    }

    private async Task TakeNavigationAsync(int width)
    {
        await using (var stranger = await browser.OpenAsync(width)) await TakeAsync(stranger, "/sign-in", "sign-in");

        await using var window = await browser.SignInAsync("admin", width);
        var records = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var address in await NavigationTests.AddressesAsync(window.Page))
        {
            await TakeAsync(window, address, NameOf(address));
            if (await NavigationTests.FirstRecordAsync(window.Page) is { } record) records.TryAdd($"{NameOf(record)}-details", record);
        }

        foreach (var (name, address) in records) await TakeAsync(window, address, name);
        foreach (var record in (string[])["leads-details", "customers-details"])
            await TakeAsync(window, records[record].Replace("/Details/", "/Edit/", StringComparison.Ordinal), record.Replace("details", "edit", StringComparison.Ordinal));
        await TakeAsync(window, $"{records["teams-details"]}/Edit", "teams-edit");
        await TakeAsync(window, $"/history/lead/{records["leads-details"].Split('/')[^1]}", "history");
        await TakeAsync(window, "/docs/problems", "docs-problems");

        await window.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        await TakeAsync(window, "/", "today-dark");
        await using var tech = await browser.SignInAsync("tech", width);
        await TakeAsync(tech, "/", "today-field-tech");
    }

    private async Task TakeFormsAsync(int width)
    {
        await using var window = await browser.SignInAsync("admin", width);
        foreach (var address in (string[])["/Leads/Board", "/Leads/Response", "/Leads/Imports", "/Leads/Imports/Create", "/Interactions/Create", "/Interactions/FollowUps", "/Notifications/Preferences", "/Availability", "/Settings/Users/Invite", "/Settings/Integrations/Create", "/Settings/ScoringRules", "/Teams/New"])
            await TakeAsync(window, address, NameOf(address));
        await using var manager = await browser.SignInAsync("manager", width);
        await TakeAsync(manager, "/Profile/SecondFactor", "profile-second-factor");
    }

    /// <summary>What people see before they are in: each step of one person's way.</summary>
    private async Task TakeDoorsAsync()
    {
        const string Email = "nora.lindqvist@example.com";
        const string Password = "two roofs and a ladder";
        var host = browser.Host;
        using var admin = await host.SignInAsync("admin");
        using (var invited = await admin.PostAsJsonAsync("/api/users", new { email = Email, name = "Nora Lindqvist", role = "sales" })) invited.EnsureSuccessStatusCode();
        await TakeAsStrangerAsync(PathOf(await host.LinkMailedAsync(Email)), "accept-invitation");
        using (var accepted = await host.Anonymous.PostAsJsonAsync("/api/auth/password/reset", new { token = await host.TokenMailedAsync(Email), new_password = Password })) accepted.EnsureSuccessStatusCode();

        await TakeAsStrangerAsync("/forgot-password", "forgot-password");
        (await host.Anonymous.PostAsJsonAsync("/api/auth/password/forgot", new { email = Email })).Dispose();
        await Eventually.HoldsAsync(async () => (await host.LinkMailedAsync(Email)).Contains("/reset-password", StringComparison.Ordinal), "the link is mailed");
        await TakeAsStrangerAsync(PathOf(await host.LinkMailedAsync(Email)), "reset-password");
        var unsubscribing = host.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("unsubscribe.v1").Protect($"{DemoPeople.Sales:N} follow_up_due");
        await TakeAsStrangerAsync($"/unsubscribe?t={unsubscribing}", "unsubscribe");

        var recovery = await SetUpSecondFactorAsync(Email, Password);
        var ask = await AskForConsentAsync(admin);
        foreach (var width in Widths)
        {
            await using (var window = await browser.SignInAsync("sales", width)) await TakeAsync(window, ask, "consent");
            await using var nora = await browser.OpenAsync(width);
            await nora.Page.GotoAsync("/sign-in");
            await nora.SubmitSignInAsync(Email, Password);
            await Assertions.Expect(nora.Page.GetByLabel("Code")).ToBeFocusedAsync();
            await ShootAsync(nora, "sign-in-second-step");
            await nora.Page.GetByLabel("Code").FillAsync(recovery[width == Window.Phone ? 0 : 1]);
            await nora.Page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
            await nora.Page.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/");
            await TakeAsync(nora, "/Profile/RecoveryCodes", "profile-recovery-codes");
        }
    }

    private async Task TakeAsStrangerAsync(string address, string name)
    {
        foreach (var width in Widths)
        {
            await using var stranger = await browser.OpenAsync(width);
            await TakeAsync(stranger, address, name);
        }
    }

    private async Task<string[]> SetUpSecondFactorAsync(string email, string password)
    {
        using var login = await browser.Host.Anonymous.PostAsJsonAsync("/api/auth/login", new { email, password });
        using var person = browser.Host.WithToken((await login.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!);
        using var begun = await person.PostAsync("/api/auth/two-factor/setup", null);
        var secret = (await begun.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("secret").GetString()!;
        using var on = await person.PostAsJsonAsync("/api/auth/two-factor/confirm", new { code = TestTotp.CodeNow(secret) });
        return [.. (await on.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("recovery_codes").EnumerateArray().Select(c => c.GetString()!)];
    }

    private async Task<string> AskForConsentAsync(HttpClient admin)
    {
        var back = new Uri(browser.Host.Address, "/docs/problems").AbsoluteUri;
        using var created = await admin.PostAsJsonAsync("/api/integrations", new { name = "Roof Measure", kind = "authorization_code", scopes = new[] { "leads.read", "projects.read" }, redirect_uris = new[] { back } });
        var app = (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("integration").GetProperty("client_id").GetString();
        return $"/connect/authorize?response_type=code&client_id={app}&redirect_uri={Uri.EscapeDataString(back)}&state=s1&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256";
    }

    private static async Task TakeAsync(Window window, string address, string name)
    {
        await window.Page.SetViewportSizeAsync(window.Width, Tall(window));
        await window.Page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        await ShootAsync(window, name);
    }

    private static async Task ShootAsync(Window window, string name)
    {
        var page = window.Page;
        var tall = Tall(window);
        var file = Path.Combine(Folder, $"{name}-{window.Width}.png");

        // Grown to the page's height, so that what sticks to an edge stays at the edge; long pages are cut where the file gets too large.
        var height = await page.EvaluateAsync<int>("() => document.documentElement.scrollHeight");
        foreach (var limit in window.IsPhone ? [1900, 1400, tall] : new[] { 1400, 1100, tall })
        {
            await page.SetViewportSizeAsync(window.Width, Math.Clamp(height, tall, limit));
            await window.SettledAsync();
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = file, Animations = ScreenshotAnimations.Disabled });
            if (new FileInfo(file).Length < LargestFile) return;
        }
    }

    private static int Tall(Window window) => window.IsPhone ? 844 : 900;

    private static string PathOf(string url) => new Uri(url).PathAndQuery;

    private static string NameOf(string address) =>
        address == "/" ? "today" : Words().Replace(Ids().Replace(address, "").Replace("/Details", "", StringComparison.Ordinal), "-").Trim('-').ToLowerInvariant();

    private static string Here([CallerFilePath] string path = "") => path;

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Ids();

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex Words();
}
