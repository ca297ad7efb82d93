using IswitchRoofs.Identity.Application.Company;
using IswitchRoofs.Shared.Application;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IswitchRoofs.Identity.Infrastructure.Company;

/// <summary>
/// Keeps in memory what is saved about the company, so that no request asks the database: read before the host serves, after each
/// save of its own, and every two seconds for those of other hosts. Not by an event: one host alone would hear it.
/// </summary>
internal sealed class CompanyWatch(NpgsqlDataSource dataSource, ICompanyFacts facts, TimeProvider clock, ILogger<CompanyWatch> logger) : BackgroundService, ICompanyNews
{
    private const string Saved = """
        SELECT s.name, s.timezone, s.phone_region, l.tag
        FROM (SELECT 1) one LEFT JOIN identity.company_settings s ON true LEFT JOIN identity.company_logos l ON true
        """;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestFirstLook = TimeSpan.FromSeconds(2);

    // Of two reads the later one must have the last word.
    private readonly SemaphoreSlim _reading = new(1);

    public async Task RefreshAsync(CancellationToken ct)
    {
        await _reading.WaitAsync(ct);
        try
        {
            await using var command = dataSource.CreateCommand(Saved);
            await using var reader = await command.ExecuteReaderAsync(ct);
            if (!await reader.ReadAsync(ct)) return;
            var (hasSettings, logo) = (!await reader.IsDBNullAsync(0, ct), await reader.IsDBNullAsync(3, ct) ? null : reader.GetString(3));
            var known = facts.Current;
            var (name, zone, region) = hasSettings
                ? (reader.GetString(0), reader.GetString(1), reader.GetString(2))
                : (facts.Configured.Name, facts.Configured.Zone.Id, facts.Configured.Region);
            if (known.Name == name && known.Zone.Id == zone && known.Region == region && known.Logo == logo) return;
            facts.Learn(new CompanyFacts(name, known.Zone.Id == zone ? known.Zone : TimeZoneInfo.FindSystemTimeZoneById(zone), region, logo));
        }
        finally
        {
            _reading.Release();
        }
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LongestFirstLook);
        try
        {
            await RefreshAsync(limit.Token);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogInformation("The company's settings cannot be read yet, the configured ones hold: {Message}", e.Message);
        }

        await base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _reading.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        var failed = false;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RefreshAsync(stoppingToken);
                failed = false;
            }
            catch (Exception e) when (e is not OperationCanceledException && failed)
            {
                // Said once: an outage has enough to say about itself.
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                failed = true;
                logger.LogWarning("The company's settings could not be read, trying again: {Message}", e.Message);
            }
        }
    }
}
