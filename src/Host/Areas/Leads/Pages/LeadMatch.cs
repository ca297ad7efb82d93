using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Host.Areas.Leads.Pages;

/// <summary>Somebody we already know who looks like the new lead (L3).</summary>
public sealed record LeadMatch(string EntityType, Guid Id, string Name, string MatchedOn)
{
    internal static IReadOnlyList<LeadMatch> In(Error error) =>
        error.Code == "duplicate_suspected" && error.Extensions.GetValueOrDefault("matches") is IEnumerable<IReadOnlyDictionary<string, object?>> matches
            ? [.. matches.Select(m => new LeadMatch((string)m["entity_type"]!, (Guid)m["id"]!, (string)m["name"]!, (string)m["matched_on"]!))]
            : [];
}
