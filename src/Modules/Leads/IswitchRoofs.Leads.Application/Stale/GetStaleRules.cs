using System.Text.Json.Serialization;
using IswitchRoofs.Leads.Domain.Stale;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Stale;

/// <summary>After how many days without a touch a lead is stale (L8).</summary>
public sealed record GetStaleRules
{
    /// <summary>Under which the audit knows them.</summary>
    public static Guid RecordId => StaleRulesId.Only.Value;
}

/// <summary>Days by status.</summary>
/// <param name="IsDefault">Nobody has changed them yet.</param>
public sealed record StaleRulesDetails(
    int New, int Contacted, int Qualified, int AppointmentScheduled, int InspectionCompleted, int QuoteSent, int Negotiation, bool IsDefault, [property: JsonIgnore] uint Version)
{
    internal static StaleRulesDetails Of(StaleRules rules, bool isDefault) => new(
        rules.New, rules.Contacted, rules.Qualified, rules.AppointmentScheduled, rules.InspectionCompleted, rules.QuoteSent, rules.Negotiation, isDefault, rules.Version);
}

public sealed class GetStaleRulesHandler(IReadRepository<StaleRules> store) : IUseCase
{
    public async Task<Result<StaleRulesDetails>> HandleAsync(GetStaleRules request, CancellationToken ct) =>
        await store.FirstOrDefaultAsync(new TheStaleRules(), ct) is { } known
            ? StaleRulesDetails.Of(known, isDefault: false)
            : StaleRulesDetails.Of(StaleRules.Begin(), isDefault: true);
}
