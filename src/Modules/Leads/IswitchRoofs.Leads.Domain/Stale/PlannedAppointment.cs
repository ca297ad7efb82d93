using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Leads.Domain.Stale;

public readonly record struct PlannedAppointmentId(Guid Value) : ITypedId<PlannedAppointmentId>
{
    public static PlannedAppointmentId From(Guid value) => new(value);
}

/// <summary>This module's replica of an appointment with a lead: while one lies ahead, the lead is not stale (L8).</summary>
public sealed class PlannedAppointment
{
    private static readonly string[] Planned = ["scheduled", "confirmed", "in_progress"];

    private PlannedAppointment()
    {
    }

    public PlannedAppointmentId Id { get; private set; }

    public LeadId LeadId { get; private set; }

    public DateTimeOffset StartsAt { get; private set; }

    /// <summary>It is to take place.</summary>
    public bool IsPlanned { get; private set; }

    /// <summary>Instant of the event this state comes from: an older one that arrives later changes nothing.</summary>
    public DateTimeOffset AsOf { get; private set; }

    public static PlannedAppointment Of(Guid appointmentId, LeadId leadId) => new() { Id = new PlannedAppointmentId(appointmentId), LeadId = leadId };

    public void Update(string status, DateTimeOffset startsAt, DateTimeOffset asOf)
    {
        if (asOf < AsOf) return;
        (StartsAt, IsPlanned, AsOf) = (startsAt, Planned.Contains(status), asOf);
    }

    /// <summary>It was deleted, or is no longer with this lead.</summary>
    public void Drop(DateTimeOffset asOf)
    {
        if (asOf < AsOf) return;
        (IsPlanned, AsOf) = (false, asOf);
    }
}
