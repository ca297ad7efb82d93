using System.Linq.Expressions;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Domain.Response;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Leads.Application.Leads;

/// <summary>Open, and late: the first answer is past its target (R1; nobody waits behind a row of an import), or the day of the planned follow-up is over.</summary>
internal static class OverdueRule
{
    public static Expression<Func<Lead, bool>> Of(bool overdue, ResponseClock response, ICompanyClock clock)
    {
        var today = clock.Today;
        var (hot, warm, cool, cold) = (Missed(Temperature.Hot), Missed(Temperature.Warm), Missed(Temperature.Cool), Missed(Temperature.Cold));

        // The latest of the four again by itself: it is what the index of waiting leads is read by.
        DateTimeOffset[] all = [hot, warm, cool, cold];
        var latest = all.Max();
        Expression<Func<Lead, bool>> rule = l =>
            l.Status != LeadStatus.Won && l.Status != LeadStatus.Lost && l.Status != LeadStatus.Nurture
            && ((l.NextFollowUpOn != null && l.NextFollowUpOn < today)
                || (l.FirstResponseAt == null && l.ImportId == null && l.CreatedAt <= latest
                    && ((l.Temperature == Temperature.Hot && l.CreatedAt <= hot)
                        || (l.Temperature == Temperature.Warm && l.CreatedAt <= warm)
                        || (l.Temperature == Temperature.Cool && l.CreatedAt <= cool)
                        || (l.Temperature == Temperature.Cold && l.CreatedAt <= cold))));
        return overdue ? rule : rule.Negated();

        DateTimeOffset Missed(Temperature temperature) => response.CameInUntil(clock.Now, temperature);
    }
}
