using System.Linq.Expressions;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Domain.Stale;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Leads.Application.Stale;

/// <summary>Open, untouched for longer than its status allows, and nothing planned (L8), as the database asks it.</summary>
internal static class StaleRule
{
    public static Expression<Func<Lead, bool>> Of(bool stale, StaleLimits limits, ICompanyClock clock)
    {
        var (now, today) = (clock.Now, clock.Today);
        var (fresh, contacted, qualified, appointment) = (Before(limits.New), Before(limits.Contacted), Before(limits.Qualified), Before(limits.AppointmentScheduled));
        var (inspection, quote, negotiation) = (Before(limits.InspectionCompleted), Before(limits.QuoteSent), Before(limits.Negotiation));
        Expression<Func<Lead, bool>> rule = l =>
            ((l.Status == LeadStatus.New && l.LastTouchAt < fresh)
             || (l.Status == LeadStatus.Contacted && l.LastTouchAt < contacted)
             || (l.Status == LeadStatus.Qualified && l.LastTouchAt < qualified)
             || (l.Status == LeadStatus.AppointmentScheduled && l.LastTouchAt < appointment)
             || (l.Status == LeadStatus.InspectionCompleted && l.LastTouchAt < inspection)
             || (l.Status == LeadStatus.QuoteSent && l.LastTouchAt < quote)
             || (l.Status == LeadStatus.Negotiation && l.LastTouchAt < negotiation))
            && (l.NextFollowUpOn == null || l.NextFollowUpOn < today)
            && !l.Appointments.Any(a => a.IsPlanned && a.StartsAt > now);
        return stale ? rule : rule.Negated();

        DateTimeOffset Before(int days) => now.AddDays(-days);
    }
}
