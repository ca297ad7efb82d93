using IswitchRoofs.Shared.Application;
using Microsoft.Extensions.Configuration;

namespace IswitchRoofs.Shared.Infrastructure;

/// <inheritdoc/>
public sealed class CompanyFactsOfHost(CompanyFacts configured) : ICompanyFacts
{
    private const string DefaultName = "IswitchRoofs";
    private const string DefaultZone = "America/Detroit";
    private const string DefaultRegion = "US";
    private volatile CompanyFacts _current = configured;

    /// <summary>Reads <c>Company:Name</c>, <c>Company:TimeZone</c> (IANA name) and <c>Company:Region</c>.</summary>
    public CompanyFactsOfHost(IConfiguration configuration)
        : this(new CompanyFacts(
            Setting(configuration, "Name") ?? DefaultName,
            TimeZoneInfo.FindSystemTimeZoneById(Setting(configuration, "TimeZone") ?? DefaultZone),
            Setting(configuration, "Region") ?? DefaultRegion))
    {
    }

    public CompanyFacts Current => _current;

    public CompanyFacts Configured { get; } = configured;

    public void Learn(CompanyFacts saved) => _current = saved;

    private static string? Setting(IConfiguration configuration, string name) => configuration[$"Company:{name}"] is { Length: > 0 } value ? value : null;
}
