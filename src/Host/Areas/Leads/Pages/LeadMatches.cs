using IswitchRoofs.Leads.Application.Duplicates;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Host.Areas.Leads.Pages;

/// <summary>Those we already know who look like the new lead (L3), read from the refusal that names them.</summary>
internal static class LeadMatches
{
    public static IReadOnlyList<LeadDuplicate> In(Error error) =>
        error.Code == "duplicate_suspected" && error.Extensions.GetValueOrDefault("matches") is IEnumerable<IReadOnlyDictionary<string, object?>> matches
            ? [.. matches.Select(m => new LeadDuplicate((string)m["entity_type"]!, (Guid)m["id"]!, (string)m["name"]!, (string)m["matched_on"]!))]
            : [];
}
