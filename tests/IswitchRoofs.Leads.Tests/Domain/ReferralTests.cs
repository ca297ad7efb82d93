using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Domain.Partners;
using IswitchRoofs.Leads.Domain.Referrals;
using IswitchRoofs.Leads.Domain.Scoring;

namespace IswitchRoofs.Leads.Tests.Domain;

public sealed class ReferralTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 15, 0, 0, TimeSpan.Zero);
    private static readonly Actor Maria = new(Guid.CreateVersion7(), "Maria");
    private readonly Lead _lead = Lead.Capture(new LeadFacts { FirstName = "Ann", LastName = "Lee", Source = LeadSource.PartnerReferral, Email = "ann@example.com" }, ScoringRules.Standard, Maria, Now);

    [Theory]
    [InlineData(PartnerStatus.Pending)]
    [InlineData(PartnerStatus.Inactive)]
    public void Only_an_active_partner_refers(PartnerStatus status) =>
        Referral.Make(Partner(status), _lead, null, Maria, Now).Error!.Code.ShouldBe("leads.partner_not_active");

    [Fact]
    public void A_partner_in_the_trash_refers_nobody()
    {
        var partner = Partner();
        partner.MoveToTrash(hasReferrals: false, Now);
        Referral.Make(partner, _lead, null, Maria, Now).IsFailure.ShouldBeTrue();
    }

    [Fact]
    public void A_partner_who_referred_somebody_keeps_code_and_place()
    {
        var partner = Partner();
        partner.MoveToTrash(hasReferrals: true, Now).Error!.Code.ShouldBe("leads.partner_has_referrals");
        partner.Recode("other", hasReferrals: true).Error!.Code.ShouldBe("leads.partner_code_in_use");
        partner.Recode("acme", hasReferrals: true).IsSuccess.ShouldBeTrue();
        partner.Recode("other", hasReferrals: false).IsSuccess.ShouldBeTrue();
        partner.PartnerCode.ShouldBe("other");
    }

    [Theory]
    [InlineData(0, 0, PartnerTier.Bronze)]
    [InlineData(6, 0, PartnerTier.Silver)]
    [InlineData(1, 11, PartnerTier.Gold)]
    [InlineData(20, 6, PartnerTier.Platinum)]
    public void The_better_of_two_months_makes_the_tier(int thisMonth, int lastMonth, PartnerTier tier)
    {
        var partner = Partner();
        partner.Rate(thisMonth, lastMonth).ShouldBe(tier != PartnerTier.Bronze);
        partner.Tier.ShouldBe(tier);
        partner.Rate(0, 0);
        partner.Tier.ShouldBe(PartnerTier.Bronze);
    }

    [Theory]
    [InlineData(LeadStatus.Contacted, ReferralStatus.Contacted)]
    [InlineData(LeadStatus.Qualified, ReferralStatus.Contacted)]
    [InlineData(LeadStatus.AppointmentScheduled, ReferralStatus.Scheduled)]
    [InlineData(LeadStatus.InspectionCompleted, ReferralStatus.Scheduled)]
    [InlineData(LeadStatus.QuoteSent, ReferralStatus.Quoted)]
    [InlineData(LeadStatus.Negotiation, ReferralStatus.Quoted)]
    [InlineData(LeadStatus.Lost, ReferralStatus.Lost)]
    [InlineData(LeadStatus.Nurture, ReferralStatus.Contacted)]
    public void It_goes_where_its_lead_goes_and_back(LeadStatus lead, ReferralStatus expected)
    {
        var referral = Made();
        referral.Status.ShouldBe(ReferralStatus.Pending);

        _lead.MoveTo(lead, "price", ScoringRules.Standard, Maria, Now);
        referral.Follow(_lead);
        referral.Status.ShouldBe(expected);

        _lead.MoveToTrash(Now);
        referral.Follow(_lead);
        referral.Status.ShouldBe(ReferralStatus.Cancelled);
        _lead.TakeOutOfTrash(ScoringRules.Standard, Maria, Now);
        referral.Follow(_lead);
        referral.Status.ShouldBe(expected);
        referral.Follow(null);
        referral.Status.ShouldBe(ReferralStatus.Cancelled);
    }

    [Fact]
    public void The_commission_is_fixed_when_the_project_completes_by_what_holds_then_and_changes_no_more()
    {
        var partner = Partner();
        var referral = Won(partner);
        var project = Guid.CreateVersion7();
        Hear(referral, partner, project, ReferredProjectState.Running, 18_000);
        referral.ShouldSatisfyAllConditions(r => r.Status.ShouldBe(ReferralStatus.Won), r => r.CommissionAmount.ShouldBeNull(), r => r.Ledger.ShouldBeEmpty());

        partner.Rate(11, 0);
        Hear(referral, partner, project, ReferredProjectState.Completed, 20_000.05m, minutes: 1);
        partner.Rate(0, 0);
        Hear(referral, partner, project, ReferredProjectState.Completed, 99_999, minutes: 2);

        referral.ShouldSatisfyAllConditions(
            r => r.Status.ShouldBe(ReferralStatus.Completed), r => r.ProjectValue.ShouldBe(20_000.05m), r => r.CommissionTier.ShouldBe(PartnerTier.Gold),
            r => r.CommissionRate.ShouldBe(10), r => r.CommissionMultiplier.ShouldBe(1.2m), r => r.CommissionAmount.ShouldBe(2_400.01m));
        referral.Ledger.ShouldHaveSingleItem().ShouldSatisfyAllConditions(e => e.Kind.ShouldBe(LedgerKind.Fixed), e => e.Amount.ShouldBe(2_400.01m));
    }

    [Fact]
    public void A_rate_that_was_agreed_takes_the_place_of_the_categorys()
    {
        var partner = Partner(rate: 5.5m);
        var referral = Done(partner, 10_000);
        (referral.CommissionRate, referral.CommissionAmount).ShouldBe((5.5m, 550m));
    }

    [Fact]
    public void A_project_without_a_value_is_fixed_once_there_is_one()
    {
        var partner = Partner();
        var referral = Won(partner);
        var project = Guid.CreateVersion7();
        Hear(referral, partner, project, ReferredProjectState.Completed, null);
        (referral.Status, referral.CommissionAmount).ShouldBe((ReferralStatus.Completed, null));
        referral.Approve(Maria, Now).Error!.Code.ShouldBe("leads.commission_not_fixed");

        Hear(referral, partner, project, ReferredProjectState.Completed, 1_000, minutes: 1);
        referral.CommissionAmount.ShouldBe(100);
    }

    [Fact]
    public void The_first_project_counts_old_news_does_not_and_a_cancelled_project_cancels()
    {
        var partner = Partner();
        var referral = Won(partner);
        var first = Guid.CreateVersion7();
        Hear(referral, partner, first, ReferredProjectState.Cancelled, 5_000, minutes: 5);
        Hear(referral, partner, Guid.CreateVersion7(), ReferredProjectState.Completed, 9_000, minutes: 6);
        Hear(referral, partner, first, ReferredProjectState.Completed, 5_000, minutes: 1);

        referral.Status.ShouldBe(ReferralStatus.Cancelled);
        referral.CommissionAmount.ShouldBeNull();
    }

    [Fact]
    public void Money_is_approved_then_paid_once_and_never_in_another_order()
    {
        var early = Won(Partner());
        early.Approve(Maria, Now).Error!.Code.ShouldBe("leads.commission_not_fixed");
        early.Pay("CHK-1", Maria, Now).Error!.Code.ShouldBe("leads.commission_not_approved");

        var referral = Done(Partner(), 20_000);
        referral.Pay("CHK-1", Maria, Now).Error!.Code.ShouldBe("leads.commission_not_approved");
        referral.Approve(Maria, Now).IsSuccess.ShouldBeTrue();
        referral.Approve(Maria, Now).IsSuccess.ShouldBeTrue();
        referral.Pay("CHK-1", Maria, Now.AddMinutes(1)).IsSuccess.ShouldBeTrue();
        referral.Pay("CHK-1", Maria, Now.AddMinutes(2)).IsSuccess.ShouldBeTrue();
        referral.Pay("CHK-2", Maria, Now.AddMinutes(3)).Error!.Code.ShouldBe("leads.commission_paid");
        referral.CancelCommission("late", Maria, Now).Error!.Code.ShouldBe("leads.commission_paid");

        referral.Status.ShouldBe(ReferralStatus.Paid);
        referral.Ledger.Select(e => (e.Kind, e.Amount, e.Reference)).ShouldBe([(LedgerKind.Fixed, 2_000, null), (LedgerKind.Approved, 2_000, null), (LedgerKind.Paid, 2_000, "CHK-1")]);
    }

    [Fact]
    public void A_cancelled_commission_is_not_paid_any_more()
    {
        var referral = Done(Partner(), 20_000);
        referral.CancelCommission("The customer got the money back", Maria, Now).IsSuccess.ShouldBeTrue();

        referral.Status.ShouldBe(ReferralStatus.Cancelled);
        referral.Approve(Maria, Now).Error!.Code.ShouldBe("leads.commission_cancelled");
        referral.Pay("CHK-1", Maria, Now).Error!.Code.ShouldBe("leads.commission_cancelled");
        referral.Ledger[^1].Reference.ShouldBe("The customer got the money back");
    }

    [Fact]
    public void What_is_owed_stays_owed_whatever_happens_to_the_lead()
    {
        var referral = Done(Partner(), 20_000);
        _lead.MoveToTrash(Now);
        referral.Follow(_lead);

        referral.Status.ShouldBe(ReferralStatus.Completed);
        referral.MoveToTrash(Now).Error!.Code.ShouldBe("leads.referral_has_commission");
    }

    [Fact]
    public void In_the_trash_nothing_is_earned_until_it_comes_back()
    {
        var partner = Partner();
        var referral = Won(partner);
        referral.MoveToTrash(Now).IsSuccess.ShouldBeTrue();
        Hear(referral, partner, Guid.CreateVersion7(), ReferredProjectState.Completed, 20_000);
        referral.CommissionAmount.ShouldBeNull();

        referral.TakeOutOfTrash(partner, _lead, Now);
        (referral.Status, referral.CommissionAmount).ShouldBe((ReferralStatus.Completed, 2_000m));
    }

    private static Partner Partner(PartnerStatus status = PartnerStatus.Active, decimal? rate = null) => Leads.Domain.Partners.Partner.Enter(
        new PartnerFacts { CompanyName = "Acme", Category = PartnerCategory.InsuranceAgent, Status = status, CommissionRate = rate }, "acme", Maria.Id, Now);

    private Referral Made(Partner? partner = null) => Referral.Make(partner ?? Partner(), _lead, null, Maria, Now).Value;

    private Referral Won(Partner partner)
    {
        var referral = Made(partner);
        _lead.AskForCustomer(null, null, withProject: true, Maria, Now);
        _lead.Win(_lead.Conversions[^1], Guid.CreateVersion7(), ScoringRules.Standard, Now);
        referral.Follow(_lead);
        referral.Status.ShouldBe(ReferralStatus.Won);
        return referral;
    }

    private Referral Done(Partner partner, decimal value)
    {
        var referral = Won(partner);
        Hear(referral, partner, Guid.CreateVersion7(), ReferredProjectState.Completed, value);
        return referral;
    }

    private void Hear(Referral referral, Partner partner, Guid project, ReferredProjectState state, decimal? value, int minutes = 0) =>
        referral.HearOf(new ReferredProject(project, state, value, Now.AddMinutes(minutes)), partner, _lead, Now.AddMinutes(minutes));
}
