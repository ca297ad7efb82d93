using IswitchRoofs.IntegrationEvents.Leads;
using IswitchRoofs.IntegrationEvents.Projects;
using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Leads.Application.Partners;
using IswitchRoofs.Leads.Application.Referrals;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.SharedKernel.Results;
using Npgsql;

namespace IswitchRoofs.Leads.Tests.Application;

public sealed class ReferralTests : LeadsOnPostgres
{
    [Fact]
    public async Task A_referral_makes_its_lead_in_the_same_transaction_and_both_are_announced()
    {
        var sam = await HavingUserAsync("Sam");
        var partner = await HavingPartnerAsync();

        var referral = (await ReferAsync(partner.Id)).Value.Value;

        var lead = (await GetAsync(referral.LeadId)).Value.Value;
        lead.ShouldSatisfyAllConditions(
            l => l.Source.ShouldBe("partner_referral"), l => l.ReferralCode.ShouldBe(partner.PartnerCode), l => l.AssignedTo.ShouldBe(sam), l => l.ScoreBreakdown.EngagementPoints.ShouldBe(11));
        referral.ShouldSatisfyAllConditions(
            r => r.PartnerName.ShouldBe(partner.CompanyName), r => r.LeadName.ShouldBe($"{lead.FirstName} {lead.LastName}"), r => r.Status.ShouldBe("pending"), r => r.CommissionStatus.ShouldBe("none"));
        (await Module.OutboxAsync()).Select(m => m.Type).ShouldBe(["leads.lead-created.v1", "leads.lead-assigned.v1", "leads.referral-received.v1"], ignoreOrder: true);
        (await ReferAsync(partner.Id, Somebody() with { Email = lead.Email })).Error!.Code.ShouldBe("duplicate_suspected");
    }

    [Fact]
    public async Task Nothing_is_saved_of_a_referral_that_is_refused()
    {
        var pending = await HavingPartnerAsync("pending");
        (await ReferAsync(pending.Id)).Error!.Code.ShouldBe("leads.partner_not_active");
        (await ReferAsync(Guid.CreateVersion7())).Error!.Fields.Keys.ShouldBe(["partner_id"]);
        (await ReferAsync(null)).Error!.Fields.Keys.ShouldBe(["partner_id"]);
        (await ReferAsync((await HavingPartnerAsync()).Id, Somebody() with { Email = null })).Error!.Fields.Keys.ShouldBe(["phone"]);
        (await Module.Database.ScalarAsync<long>("SELECT (SELECT count(*) FROM leads.leads) + (SELECT count(*) FROM leads.referrals)")).ShouldBe(0);
    }

    [Fact]
    public async Task A_referral_follows_its_lead_by_events()
    {
        var referral = (await ReferAsync((await HavingPartnerAsync()).Id)).Value.Value;

        await MoveAsync(referral.LeadId, "appointment_scheduled");
        await Module.PublishAsync(new LeadStatusChanged(Guid.CreateVersion7(), Now, referral.LeadId, "Ann", "new", "appointment_scheduled", null, null, [], null));
        (await ReadAsync(referral.Id)).Status.ShouldBe("scheduled");

        await DeleteAsync(referral.LeadId);
        await Module.PublishAsync(new LeadDeleted(Guid.CreateVersion7(), Now, referral.LeadId, null, []));
        (await ReadAsync(referral.Id)).Status.ShouldBe("cancelled");

        await RestoreAsync(referral.LeadId);
        await Module.PublishAsync(new LeadRestored(Guid.CreateVersion7(), Now, referral.LeadId, null, []));
        (await ReadAsync(referral.Id)).Status.ShouldBe("scheduled");
    }

    [Fact]
    public async Task The_project_fixes_the_commission_and_the_ledger_keeps_every_step_for_good()
    {
        var partner = await HavingPartnerAsync();
        var referral = await HavingDoneAsync(partner, 20_000);
        referral.ShouldSatisfyAllConditions(r => r.Status.ShouldBe("completed"), r => r.CommissionStatus.ShouldBe("fixed"), r => r.CommissionAmount.ShouldBe(2_000), r => r.CommissionTier.ShouldBe("bronze"));

        (await PayAsync(referral.Id, "CHK-1")).Error!.Code.ShouldBe("leads.commission_not_approved");
        (await ApproveAsync(referral.Id)).Value.Value.CommissionStatus.ShouldBe("approved");
        (await PayAsync(referral.Id, " ")).Error!.Fields.Keys.ShouldBe(["reference"]);
        (await PayAsync(referral.Id, "CHK-1")).Value.Value.Status.ShouldBe("paid");

        var ledger = await Module.DoAsync<GetReferralLedgerHandler, Result<ReferralLedger>>(h => h.HandleAsync(new GetReferralLedger(referral.Id), default));
        ledger.Value.Entries.Select(e => (e.Kind, e.Amount, e.Reference)).ShouldBe([("fixed", 2_000, null), ("approved", 2_000, null), ("paid", 2_000, "CHK-1")]);
        await ShouldRefuseAsync("UPDATE leads.referral_ledger SET amount = 1", "42501");
        await ShouldRefuseAsync("DELETE FROM leads.referral_ledger", "42501");
    }

    [Fact]
    public async Task The_database_refuses_a_payment_before_the_approval()
    {
        var referral = await HavingDoneAsync(await HavingPartnerAsync(), 20_000);
        await ShouldRefuseAsync("UPDATE leads.referrals SET paid_at = now(), payment_reference = 'x', status = 'paid'", "23514");
        await ShouldRefuseAsync($"INSERT INTO leads.referral_ledger (id, referral_id, kind, amount, reference, actor_name, at) VALUES (gen_random_uuid(), '{referral.Id}', 'paid', 2000, 'x', 'x', now())", "23514");
    }

    [Fact]
    public async Task Of_twenty_payments_at_once_one_is_made()
    {
        var referral = await HavingDoneAsync(await HavingPartnerAsync(), 20_000);
        await ApproveAsync(referral.Id);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => PayAsync(referral.Id, i % 2 == 0 ? "CHK-1" : $"WIRE-{i}"))));

        var reference = (await ReadAsync(referral.Id)).PaymentReference;
        answers.Count(a => a.IsSuccess).ShouldBe(reference == "CHK-1" ? 10 : 1);
        answers.Where(a => a.IsFailure).ShouldAllBe(a => a.Error!.Code == "leads.commission_paid");
        (await Module.Database.ScalarAsync<long>("SELECT count(*) FROM leads.referral_ledger WHERE kind = 'paid'")).ShouldBe(1);
    }

    [Fact]
    public async Task Referrals_of_a_month_lift_a_partner_and_the_tier_lasts_through_the_next_month()
    {
        var partner = await HavingPartnerAsync();
        for (var i = 0; i < 6; i++)
        {
            var made = (await ReferAsync(partner.Id)).Value.Value;
            await Module.PublishAsync(new ReferralReceived(Guid.CreateVersion7(), Now, made.Id, partner.Id, partner.CompanyName, made.LeadId, "Ann", null, []));
        }

        var stats = await StatsAsync(partner.Id);
        stats.Tier.ShouldBe(new TierProgress("silver", 6, 0, "gold", 5));
        stats.Total.Referrals.ShouldBe(6);

        Module.Clock.Advance(TimeSpan.FromDays(31));
        (await ReviewAsync()).ShouldBe(0);
        (await StatsAsync(partner.Id)).Tier!.ShouldSatisfyAllConditions(t => t.Tier.ShouldBe("silver"), t => t.ReferralsLastMonth.ShouldBe(6));
        Module.Clock.Advance(TimeSpan.FromDays(31));
        (await ReviewAsync()).ShouldBe(1);
        (await StatsAsync(partner.Id)).Tier!.Tier.ShouldBe("bronze");
    }

    [Fact]
    public async Task Figures_count_referrals_when_made_and_money_when_fixed_and_paid()
    {
        var partner = await HavingPartnerAsync();
        var paid = await HavingDoneAsync(partner, 20_000);
        await ApproveAsync(paid.Id);
        await PayAsync(paid.Id, "CHK-1");
        await HavingDoneAsync(partner, 10_000);
        await ReferAsync(partner.Id);
        await HavingPartnerAsync();

        var stats = await StatsAsync(partner.Id);
        stats.Total.ShouldBe(new ReferralFigure(3, 2, 66.7m, 30_000, 1_000, 2_000));
        stats.ByMonth.ShouldHaveSingleItem().Figure.ShouldBe(stats.Total);
        (await StatsAsync(null)).Total.ShouldBe(stats.Total);
        var rows = await Module.DoAsync<SearchPartnersHandler, Result<PageOf<PartnerRow>>>(h => h.HandleAsync(new SearchPartners(null, null, null, null, new PageRequest(Sort: "created_at")), default));
        rows.Value.Items.Select(r => (r.Referrals, r.Converted, r.Revenue, r.CommissionDue, r.CommissionPaid)).ShouldBe([(3, 2, 30_000, 1_000, 2_000), (0, 0, 0, 0, 0)]);
        var list = await Module.DoAsync<SearchReferralsHandler, Result<PageOf<ReferralDetails>>>(h => h.HandleAsync(new SearchReferrals(partner.Id, "completed,paid", null, null, new PageRequest()), default));
        list.Value.Total.ShouldBe(2);
    }

    private async Task<PartnerDetails> HavingPartnerAsync(string status = "active") =>
        (await Module.DoAsync<CreatePartnerHandler, Result<Versioned<PartnerDetails>>>(
            h => h.HandleAsync(new CreatePartner { CompanyName = "Acme Insurance", Category = "insurance_agent", Status = status }, default))).Value.Value;

    private Task<Result<Versioned<ReferralDetails>>> ReferAsync(Guid? partner, CreateLead? lead = null)
    {
        lead ??= Somebody();
        return Module.DoAsync<CreateReferralHandler, Result<Versioned<ReferralDetails>>>(h => h.HandleAsync(
            new CreateReferral { PartnerId = partner, FirstName = lead.FirstName, LastName = lead.LastName, Email = lead.Email }, default));
    }

    /// <summary>As Projects tells it, for a referral whose lead was won.</summary>
    private async Task<ReferralDetails> HavingDoneAsync(PartnerDetails partner, decimal value)
    {
        var referral = (await ReferAsync(partner.Id)).Value.Value;
        await Module.PublishAsync(new ProjectStatusChanged(
            Guid.CreateVersion7(), Now, Guid.CreateVersion7(), Guid.CreateVersion7(), "Roof", "repair", "completed", null, 0, value, null, null, null, 100, [], null, referral.LeadId, "inspection", null, null));
        return await ReadAsync(referral.Id);
    }

    private async Task<ReferralDetails> ReadAsync(Guid id) =>
        (await Module.DoAsync<GetReferralHandler, Result<Versioned<ReferralDetails>>>(h => h.HandleAsync(new GetReferral(id), default))).Value.Value;

    private Task<Result<Versioned<ReferralDetails>>> ApproveAsync(Guid id) =>
        Module.DoAsync<ApproveCommissionHandler, Result<Versioned<ReferralDetails>>>(h => h.HandleAsync(new ApproveCommission(id, null), default));

    private Task<Result<Versioned<ReferralDetails>>> PayAsync(Guid id, string reference) =>
        Module.DoAsync<PayCommissionHandler, Result<Versioned<ReferralDetails>>>(h => h.HandleAsync(id, new PayCommission(reference), null, default));

    private async Task<PartnerStats> StatsAsync(Guid? partner) =>
        (await Module.DoAsync<GetPartnerStatsHandler, Result<PartnerStats>>(h => h.HandleAsync(new GetPartnerStats(partner), default))).Value;

    private DateTimeOffset Now => Module.Clock.GetUtcNow();

    private async Task<int> ReviewAsync() =>
        (await Module.DoAsync<ReviewTiersHandler, Result<TiersReviewed>>(h => h.HandleAsync(new ReviewTiers(), default))).Value.Changed;

    private async Task ShouldRefuseAsync(string sql, string state) =>
        (await Should.ThrowAsync<PostgresException>(() => Module.Database.ExecuteAsync(sql))).SqlState.ShouldBe(state);
}
