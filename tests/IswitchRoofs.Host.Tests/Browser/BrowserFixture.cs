using IswitchRoofs.Shared.Application;
using Microsoft.Playwright;

namespace IswitchRoofs.Host.Tests.Browser;

/// <summary>One Chromium and one host with demo data for all browser tests: <c>[Collection(BrowserFixture.Shared)]</c>.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    public const string Shared = "Browser";

    private IPlaywright? _playwright;
    private IBrowser? _chromium;

    public HostFixture Host { get; } = new();

    public async Task InitializeAsync()
    {
        await Host.InitializeAsync();
        // Patience costs nothing while a page is right; five seconds are too few on a machine that runs other tests beside these.
        Assertions.SetDefaultExpectTimeout(30_000);
        _playwright = await Playwright.CreateAsync();
        _chromium = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium(),
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    public async Task DisposeAsync()
    {
        if (_chromium is not null) await _chromium.DisposeAsync();
        _playwright?.Dispose();
        await Host.DisposeAsync();
    }

    /// <summary>A window of its own, with its own cookies. Nobody is signed in.</summary>
    public async Task<Window> OpenAsync(int width = Window.Desk)
    {
        var context = await _chromium!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Host.Address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = width == Window.Phone ? 844 : 900 },
            Locale = "en-US",
            TimezoneId = "America/Detroit",
        });
        context.SetDefaultTimeout(30_000);
        return new Window(context, await context.NewPageAsync(), width);
    }

    /// <summary>A window in which a demo account is signed in: <c>admin</c>, <c>manager</c>, <c>sales</c>, <c>sales2</c>, <c>tech</c>, <c>tech2</c>.</summary>
    public async Task<Window> SignInAsync(string account, int width = Window.Desk)
    {
        var window = await OpenAsync(width);
        await window.Page.GotoAsync("/sign-in");
        await window.SubmitSignInAsync($"{account}@iswitchroofs.example", DemoPeople.Password);
        await window.Page.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/");
        return window;
    }

    private static string Chromium() =>
        Environment.GetEnvironmentVariable("CHROMIUM")
        ?? Array.Find(["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"], File.Exists)
        ?? throw new InvalidOperationException("The browser tests need Chromium: apt-get install chromium, or name one in the variable CHROMIUM.");
}

[CollectionDefinition(BrowserFixture.Shared)]
public sealed class SharedBrowser : ICollectionFixture<BrowserFixture>;
