using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Infrastructure.Persistence;

internal static class OpenLeadStatuses
{
    /// <summary>As the database stores them, for SQL that is written by hand.</summary>
    public static readonly string[] Stored = [.. Enum.GetValues<LeadStatus>().Where(Lead.IsOpen).Select(s => WireName.Of(s))];
}
