using IswitchRoofs.Leads.Domain.FollowUps;
using IswitchRoofs.Leads.Domain.Leads;

namespace IswitchRoofs.Leads.Tests.Domain;

public sealed class NextActionTests
{
    [Theory]
    [InlineData(LeadStatus.New, LeadAction.Qualify)]
    [InlineData(LeadStatus.Contacted, LeadAction.Qualify)]
    [InlineData(LeadStatus.Qualified, LeadAction.BookAppointment)]
    [InlineData(LeadStatus.AppointmentScheduled, LeadAction.HoldAppointment)]
    [InlineData(LeadStatus.InspectionCompleted, LeadAction.SendQuote)]
    [InlineData(LeadStatus.QuoteSent, LeadAction.AskAboutQuote)]
    [InlineData(LeadStatus.Negotiation, LeadAction.CloseDeal)]
    public void An_open_lead_has_something_next(LeadStatus status, LeadAction usual)
    {
        NextActions.Of(status, answered: true, null).ShouldBe(usual);
        NextActions.Of(status, answered: true, new DateOnly(2026, 6, 15)).ShouldBe(LeadAction.FollowUp);
        NextActions.Of(status, answered: false, new DateOnly(2026, 6, 15)).ShouldBe(LeadAction.Answer);
    }

    [Theory]
    [InlineData(LeadStatus.Won)]
    [InlineData(LeadStatus.Lost)]
    [InlineData(LeadStatus.Nurture)]
    public void What_is_closed_has_nothing_next(LeadStatus status) => NextActions.Of(status, answered: false, null).ShouldBeNull();
}
