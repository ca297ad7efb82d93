using IswitchRoofs.Leads.Domain.Leads;

namespace IswitchRoofs.Leads.Domain.Stale;

/// <summary>Days after which an open lead that nobody touched is stale, by status (L8).</summary>
public sealed record StaleLimits(int New, int Contacted, int Qualified, int AppointmentScheduled, int InspectionCompleted, int QuoteSent, int Negotiation)
{
    public const int Shortest = 1;
    public const int Longest = 365;

    public static StaleLimits Standard { get; } = new(1, 3, 5, 7, 3, 7, 7);

    /// <summary>Null in a status in which nothing becomes stale.</summary>
    public int? DaysIn(LeadStatus status) => status switch
    {
        LeadStatus.New => New,
        LeadStatus.Contacted => Contacted,
        LeadStatus.Qualified => Qualified,
        LeadStatus.AppointmentScheduled => AppointmentScheduled,
        LeadStatus.InspectionCompleted => InspectionCompleted,
        LeadStatus.QuoteSent => QuoteSent,
        LeadStatus.Negotiation => Negotiation,
        _ => null,
    };
}
