using System.Text.Json.Serialization;
using IswitchRoofs.Leads.Domain.Response;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Response;

/// <summary>How soon leads are to be answered, and whether it storms (R1).</summary>
public sealed record GetResponseRules
{
    /// <summary>Under which the audit knows them.</summary>
    public static Guid RecordId => ResponseRulesId.Only.Value;
}

/// <param name="StormSince">While storm mode is on every minute counts, also at night.</param>
/// <param name="IsDefault">Nobody has changed them yet.</param>
public sealed record ResponseRulesDetails(
    int HotSeconds, int WarmSeconds, int CoolSeconds, int ColdSeconds, bool StormMode, DateTimeOffset? StormSince, bool IsDefault, [property: JsonIgnore] uint Version)
{
    internal static ResponseRulesDetails Of(ResponseRules rules, bool isDefault) => new(
        rules.HotSeconds, rules.WarmSeconds, rules.CoolSeconds, rules.ColdSeconds, rules.StormSince is not null, rules.StormSince, isDefault, rules.Version);
}

public sealed class GetResponseRulesHandler(IReadRepository<ResponseRules> store) : IUseCase
{
    public async Task<Result<ResponseRulesDetails>> HandleAsync(GetResponseRules request, CancellationToken ct) =>
        await store.FirstOrDefaultAsync(new TheResponseRules(), ct) is { } known
            ? ResponseRulesDetails.Of(known, isDefault: false)
            : ResponseRulesDetails.Of(ResponseRules.Begin(), isDefault: true);
}
