using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Domain.Partners;
using IswitchRoofs.Leads.Domain.Referrals;
using IswitchRoofs.Leads.Infrastructure.Persistence;
using IswitchRoofs.Shared.Application;
using Microsoft.EntityFrameworkCore;

namespace IswitchRoofs.Leads.Infrastructure.Demo;

/// <summary>Six partners, who sent the demo leads that came by a partner: at every point of the way, from just sent to paid.</summary>
internal sealed class PartnersDemoData(LeadsDbContext db, TimeProvider clock, ICompanyClock company) : IDemoDataSeeder
{
    private static readonly Actor Office = new(DemoPeople.Manager, "Maria Kowalski");

    public int Order => 32;

    public async Task SeedAsync(CancellationToken ct)
    {
        if (await db.Set<Partner>().IgnoreQueryFilters().AnyAsync(ct)) return;
        var now = clock.GetUtcNow();
        var insurance = Enter("Great Lakes Insurance Group", "Nora Whitcomb", "+12485550311", PartnerCategory.InsuranceAgent, PartnerStatus.Active, now.AddDays(-400));
        var estate = Enter("Woodward Realty", "Peter Okafor", "+12485550312", PartnerCategory.RealEstateAgent, PartnerStatus.Active, now.AddDays(-390));
        var property = Enter("Huron Property Management", "Lena Marsh", "+17345550313", PartnerCategory.PropertyManager, PartnerStatus.Active, now.AddDays(-380), rate: 10.5m);
        Enter("Oakland Gutters", "Bill Tran", "+12485550314", PartnerCategory.Contractor, PartnerStatus.Pending, now.AddDays(-6));
        Enter("ClearView Home Inspections", "Iris Delgado", "+13135550315", PartnerCategory.HomeInspector, PartnerStatus.Active, now.AddDays(-90));
        Enter("Lakeshore Claims", null, "+15865550316", PartnerCategory.InsuranceAgent, PartnerStatus.Inactive, now.AddDays(-410));

        Partner[] senders = [insurance, insurance, estate, insurance, property];
        var leads = await db.Leads.Where(l => l.Source == LeadSource.PartnerReferral).OrderByDescending(l => l.CreatedAt).ToListAsync(ct);
        var referrals = leads.Select((lead, i) => Refer(senders[i % senders.Length], lead)).ToArray();

        // The oldest that are still open have become customers: one commission is owed, one approved, one paid.
        var done = 0;
        for (var i = leads.Count - 1; i >= 0 && done < 3; i--)
        {
            if (!Lead.IsOpen(leads[i].Status)) continue;
            Complete(referrals[i], senders[i % senders.Length], leads[i], 17_900 + (done * 6_450), now.AddDays(-30 - (done * 20)));
            if (done > 0) referrals[i].Approve(Office, now.AddDays(-20));
            if (done > 1) referrals[i].Pay("CHK-20418", Office, now.AddDays(-12));
            done++;
        }

        var thisMonth = company.StartOf(company.Today.AddDays(1 - company.Today.Day));
        foreach (var partner in senders.Distinct())
            partner.Rate(Sent(partner, thisMonth, now), Sent(partner, company.StartOf(company.DayOf(thisMonth).AddMonths(-1)), thisMonth));
        await db.SaveChangesAsync(ct);

        int Sent(Partner partner, DateTimeOffset from, DateTimeOffset to) =>
            referrals.Count(r => r.PartnerId == partner.Id && r.CreatedAt >= from && r.CreatedAt < to && r.Status != ReferralStatus.Cancelled);
    }

    private Partner Enter(string company, string? contact, string phone, PartnerCategory category, PartnerStatus status, DateTimeOffset at, decimal? rate = null)
    {
        var code = PartnerCodes.Slug(company);
        var facts = new PartnerFacts
        {
            CompanyName = company, ContactName = contact, Phone = phone, Email = $"office@{code}.example", Category = category, Status = status, CommissionRate = rate,
            AgreementStartsOn = status == PartnerStatus.Pending ? null : DateOnly.FromDateTime(at.UtcDateTime),
        };
        var partner = Partner.Enter(facts, code, DemoPeople.Manager, at);
        db.Add(partner);
        return partner;
    }

    private Referral Refer(Partner partner, Lead lead)
    {
        var referral = Referral.Make(partner, lead, null, Office, lead.CreatedAt).Value;

        // Nobody is to be told today of what was sent months ago.
        referral.ClearDomainEvents();
        db.Add(referral);
        return referral;
    }

    /// <summary>Customers makes the customer when it hears of the wish; the project was before the demo.</summary>
    private static void Complete(Referral referral, Partner partner, Lead lead, decimal value, DateTimeOffset at)
    {
        lead.AskForCustomer(null, $"{lead.FirstName}.{lead.LastName}.{lead.Phone?[^4..]}@example.com".Replace("'", "", StringComparison.Ordinal).ToLowerInvariant(), withProject: false, Office, at);
        referral.HearOf(new ReferredProject(Guid.CreateVersion7(at), ReferredProjectState.Completed, value, at), partner, lead, at);
    }
}
