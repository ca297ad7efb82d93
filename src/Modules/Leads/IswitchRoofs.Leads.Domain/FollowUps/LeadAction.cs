namespace IswitchRoofs.Leads.Domain.FollowUps;

/// <summary>What comes next with an open lead: there is always something.</summary>
public enum LeadAction
{
    Answer,
    FollowUp,
    Qualify,
    BookAppointment,
    HoldAppointment,
    SendQuote,
    AskAboutQuote,
    CloseDeal,
}
