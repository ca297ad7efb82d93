using IswitchRoofs.Leads.Domain.Leads;

namespace IswitchRoofs.Leads.Domain.FollowUps;

/// <summary>What to do next.</summary>
public static class NextActions
{
    /// <summary>The first answer before all else, then what was planned, then the usual step from where the lead stands; null once nothing is open.</summary>
    public static LeadAction? Of(LeadStatus status, bool answered, DateOnly? followUpOn)
    {
        if (!Lead.IsOpen(status)) return null;
        if (!answered) return LeadAction.Answer;
        if (followUpOn is not null) return LeadAction.FollowUp;
        return status switch
        {
            LeadStatus.New or LeadStatus.Contacted => LeadAction.Qualify,
            LeadStatus.Qualified => LeadAction.BookAppointment,
            LeadStatus.AppointmentScheduled => LeadAction.HoldAppointment,
            LeadStatus.InspectionCompleted => LeadAction.SendQuote,
            LeadStatus.QuoteSent => LeadAction.AskAboutQuote,
            _ => LeadAction.CloseDeal,
        };
    }
}
