using System.Globalization;
using IswitchRoofs.Host.Web;
using IswitchRoofs.Identity.Application;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Infrastructure.Jobs;
using IswitchRoofs.Shared.Infrastructure.Messaging.Outbox;
using IswitchRoofs.Shared.Infrastructure.Persistence;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IswitchRoofs.Host.Areas.Identity.Pages.Settings;

[Authorize(IdentityPermissions.ManageSystem)]
internal sealed class SystemModel(
    IJobBoard board, IEnumerable<IOutboxMonitor> outboxes, DatabaseVersions versions, HealthCheckService health, ICurrentUser user) : PageModel
{
    private const int RunsShown = 15;

    public IReadOnlyList<JobState> Jobs { get; private set; } = [];

    public IReadOnlyList<JobRun> Runs { get; private set; } = [];

    public IReadOnlyList<OutboxState> Outboxes { get; private set; } = [];

    public DatabaseReport Database { get; private set; } = null!;

    public HealthReport Health { get; private set; } = null!;

    public string Version { get; } = typeof(SystemModel).Assembly.GetName().Version!.ToString(3);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Jobs = await board.ReadAsync(ct);
        Runs = await board.RecentRunsAsync(RunsShown, ct);
        var states = new List<OutboxState>();
        foreach (var outbox in outboxes) states.Add(await outbox.ReadAsync(ct));
        Outboxes = states;
        Database = await versions.ReadAsync(ct);
        Health = await health.CheckHealthAsync(ct);
    }

    public async Task<IActionResult> OnPostRunAsync(string job, CancellationToken ct)
    {
        if (await board.RunNowAsync(job, user.Name, ct)) this.Toast("The job runs", detail: "Reload in a moment to see how it ended.");
        else this.Toast("The job cannot run now", "warning", "Either it does not exist or this host does not run jobs.");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRetryAsync(string schema, Guid id, CancellationToken ct)
    {
        if (await OutboxAsync(schema, (outbox, state) => outbox.RetryAsync(id, user, ct), ct)) this.Toast("The event is on its way again");
        else this.Toast("The event is not set aside any more", "info");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostDiscardAsync(string schema, Guid id, CancellationToken ct)
    {
        if (await OutboxAsync(schema, (outbox, state) => outbox.DiscardAsync(id, user, ct), ct)) this.Toast("The event is discarded");
        else this.Toast("The event is not set aside any more", "info");
        return RedirectToPage();
    }

    /// <summary>The few forms that our schedules have; any other stays as it is written.</summary>
    internal static string InWords(string cron)
    {
        var parts = cron.Split(' ');
        if (parts is [['0', '/', .. var seconds], "*", ..]) return $"Every {seconds} seconds";
        if (parts is ["0", ['0', '/', .. var minutes], "*", ..]) return $"Every {minutes} minutes";
        if (parts is ["0", var minute, "*", "*", "*", "?"]) return $"Hourly, {minute} past";
        if (parts is ["0", var at, var hour, "*", "*", "?"] && int.TryParse(hour, out var h) && int.TryParse(at, out var m))
            return $"Daily at {new TimeOnly(h, m).ToString("h:mm tt", CultureInfo.InvariantCulture)}";
        return cron;
    }

    internal static string InWords(IReadOnlyDictionary<string, int> counts) =>
        string.Join(", ", counts.Select(c => $"{c.Value.ToString("N0", CultureInfo.InvariantCulture)} {c.Key.Replace('_', ' ')}"));

    private async Task<bool> OutboxAsync(string schema, Func<IOutboxMonitor, OutboxState, Task<bool>> act, CancellationToken ct)
    {
        foreach (var outbox in outboxes)
        {
            var state = await outbox.ReadAsync(ct);
            if (state.Schema == schema) return await act(outbox, state);
        }

        return false;
    }
}
