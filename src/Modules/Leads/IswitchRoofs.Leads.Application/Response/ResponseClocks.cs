using IswitchRoofs.Leads.Domain.Response;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Caching;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Leads.Application.Response;

/// <summary>The response clock as it is set now, on every host.</summary>
public sealed class ResponseClocks(
    IReadRepository<ResponseRules> rules, IReadRepository<CompanyHours> hours, ConfiguredHolidays configured, AnswerCache cache, ICompanyClock company)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(60);

    internal async Task<ResponseClock> CurrentAsync(CancellationToken ct)
    {
        var set = await cache.GetAsync("leads:response-clock:v1", ["response_rules", "company_hours"], Lifetime, LoadAsync, ct);
        return new ResponseClock(
            new ResponseTargets(set.Hot, set.Warm, set.Cool, set.Cold), new CompanyTime(company.Zone, set.Hours, set.Holidays, [.. set.Storms.Select(StormPeriod.Parse)]));
    }

    private async ValueTask<ClockSettings> LoadAsync(CancellationToken ct)
    {
        var own = await rules.FirstOrDefaultAsync(new TheResponseRules(), ct);
        var open = await hours.FirstOrDefaultAsync(new TheCompanyHours(), ct);
        var targets = own?.Targets ?? ResponseTargets.Standard;
        return new ClockSettings(
            targets.Hot, targets.Warm, targets.Cool, targets.Cold, own?.Storms ?? [], open?.Hours ?? CompanyTime.StandardHours, open?.Holidays ?? configured.Days);
    }

    internal sealed record ClockSettings(
        int Hot, int Warm, int Cool, int Cold, IReadOnlyList<string> Storms, IReadOnlyList<string> Hours, IReadOnlyList<string> Holidays);
}

/// <summary>Of the configuration: they hold until Identity tells of hours that somebody saved.</summary>
/// <param name="Days">As <c>2026-12-25</c>.</param>
public sealed record ConfiguredHolidays(IReadOnlyList<string> Days);

internal sealed class TheResponseRules : Specification<ResponseRules>
{
    // There is one row; without an order each first read would warn.
    public TheResponseRules() => Query.OrderBy(r => r.Id);
}

internal sealed class TheCompanyHours : Specification<CompanyHours>
{
    public TheCompanyHours() => Query.Where(h => h.Id == CompanyHours.Only).AsTracking();
}
