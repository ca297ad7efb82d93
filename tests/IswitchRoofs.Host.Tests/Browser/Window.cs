using System.Text.Json;
using IswitchRoofs.TestKit;
using Microsoft.Playwright;

namespace IswitchRoofs.Host.Tests.Browser;

/// <summary>A browser window that remembers everything its pages complained about.</summary>
public sealed class Window : IAsyncDisposable
{
    public const int Desk = 1440;
    public const int Phone = 390;

    private static readonly Lazy<Task<string>> Axe = new(ReadAxeAsync);
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    internal Window(IBrowserContext context, IPage page, int width)
    {
        (_context, Page, Width) = (context, page, width);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") _complaints.Add($"{page.Url}: {message.Text}");
        };
        page.PageError += (_, error) => _complaints.Add($"{page.Url}: {error}");
    }

    public IPage Page { get; }

    public int Width { get; }

    public bool IsPhone => Width == Phone;

    /// <summary>Errors and warnings of the console since the last look.</summary>
    public IReadOnlyList<string> TakeComplaints()
    {
        string[] all = [.. _complaints];
        _complaints.Clear();
        return all;
    }

    public async Task SubmitSignInAsync(string email, string password)
    {
        await Page.GetByLabel("E-mail").FillAsync(email);
        await Page.GetByLabel("Password", new PageGetByLabelOptions { Exact = false }).First.FillAsync(password);
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign in" }).ClickAsync();
    }

    /// <summary>Waits until the page listens: what happens from now on reaches it.</summary>
    public async Task ListeningAsync() =>
        await Assertions.Expect(Page.Locator("html")).ToHaveAttributeAsync("data-realtime", "connected");

    /// <summary>The serious and critical findings of axe-core on what the window shows.</summary>
    public async Task<IReadOnlyList<string>> FindBarriersAsync()
    {
        await SettledAsync();

        // Evaluated by the debugger, not by a script element: the page's policy stays in force.
        await Page.EvaluateAsync(await Axe.Value);
        var found = await Page.EvaluateAsync<JsonElement>("() => axe.run(document, { resultTypes: ['violations'] })");
        return
        [
            .. found.GetProperty("violations").EnumerateArray()
                .Where(v => v.GetProperty("impact").GetString() is "serious" or "critical")
                .Select(v => $"{v.GetProperty("id").GetString()}: {string.Join(" ; ", v.GetProperty("nodes").EnumerateArray().Take(3).Select(n => n.GetProperty("html").GetString()))}"),
        ];
    }

    /// <summary>Waits until nothing fades in or slides any more: half transparent text has too little contrast.</summary>
    public Task SettledAsync() => Page.EvaluateAsync(
        "() => Promise.all(document.getAnimations().filter(a => a.effect?.getComputedTiming().iterations !== Infinity).map(a => a.finished.catch(() => {})))");

    /// <summary>By how many pixels the page is wider than the window.</summary>
    public Task<int> OverflowAsync() => Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private static async Task<string> ReadAxeAsync()
    {
        await NodeScripts.InstallAsync();
        return await File.ReadAllTextAsync(Path.Combine(NodeScripts.Directory, "node_modules", "axe-core", "axe.min.js"));
    }
}
