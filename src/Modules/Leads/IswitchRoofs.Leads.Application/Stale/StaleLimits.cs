namespace IswitchRoofs.Leads.Application.Stale;

/// <summary>Days after which an open lead that nobody touched is stale, by status (L8); section <c>Leads:StaleDays</c>.</summary>
public sealed record StaleLimits
{
    public int New { get; init; } = 1;
    public int Contacted { get; init; } = 3;
    public int Qualified { get; init; } = 5;
    public int AppointmentScheduled { get; init; } = 7;
    public int InspectionCompleted { get; init; } = 3;
    public int QuoteSent { get; init; } = 7;
    public int Negotiation { get; init; } = 7;
}
