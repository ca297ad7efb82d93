using IswitchRoofs.Leads.Domain.Assignment;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Domain.Response;
using IswitchRoofs.Leads.Domain.Scoring;
using IswitchRoofs.Leads.Infrastructure.Persistence;
using IswitchRoofs.Shared.Application;
using Microsoft.EntityFrameworkCore;

namespace IswitchRoofs.Leads.Infrastructure.Demo;

/// <summary>120 leads over the past year, made through the aggregate, so that every module hears of them.</summary>
internal sealed class LeadsDemoData(LeadsDbContext db, TimeProvider clock) : IDemoDataSeeder
{
    private const int Count = 120;

    public int Order => 30;

    public async Task SeedAsync(CancellationToken ct)
    {
        if (await db.Leads.IgnoreQueryFilters().AnyAsync(ct)) return;
        var now = clock.GetUtcNow();
        Assignee[] people = [await PersonAsync(DemoPeople.Sales, "Sam Whitfield", DemoPeople.NorthOakland, ct), await PersonAsync(DemoPeople.Sales2, "Dana Haddad", DemoPeople.WayneAndWashtenaw, ct)];
        var office = new Actor(DemoPeople.Manager, "Maria Kowalski");

        // The oldest first, as they would have come in.
        var leads = new List<(Lead Lead, int Number, DateTimeOffset Captured)>(Count);
        for (var number = Count - 1; number >= 0; number--)
        {
            var facts = DemoLeadBook.Facts(number);

            // Partners sent some of them (PartnersDemoData).
            if (number % 6 == 4) facts = facts with { Source = LeadSource.PartnerReferral };
            var captured = now - Age(number);
            var lead = Lead.Capture(facts, ScoringRules.Standard, office, captured);
            var mine = facts.ZipCode!.StartsWith("480", StringComparison.Ordinal) || facts.ZipCode.StartsWith("483", StringComparison.Ordinal) ? people[0] : people[1];
            if (number != 7) lead.AssignTo(mine, null, force: false, "Territory", office, captured.AddSeconds(1));
            db.Add(lead);
            leads.Add((lead, number, captured));
        }

        await db.SaveChangesAsync(ct);

        // Saved as new first: what the others are told of a new lead is its state at that moment.
        foreach (var (lead, number, captured) in leads) Walk(lead, number, captured, ResponseClock.AroundTheClock, now);
        await db.SaveChangesAsync(ct);
    }

    // Today's first, then thinning out over the year: 12 in the last day, half of all in the last six weeks.
    private static TimeSpan Age(int number) => number < 12
        ? TimeSpan.FromMinutes(4 + (number * number * 9))
        : TimeSpan.FromHours(26 + (number - 12) * 5.5 + Math.Pow(number - 12, 2) * 0.69);

    private static void Walk(Lead lead, int number, DateTimeOffset captured, ResponseClock clock, DateTimeOffset now)
    {
        var target = DemoLeadBook.Status(number, now - captured);
        var actor = new Actor(lead.AssignedTo, lead.AssignedTo == DemoPeople.Sales ? "Sam Whitfield" : "Dana Haddad");
        var at = captured;
        foreach (var step in Path(target))
        {
            // The rest of the way takes days.
            at = Earlier(step == LeadStatus.Contacted ? DemoLeadBook.AnsweredAt(number, at) : at.AddHours(5 + (number % 40)), now);
            if (step == LeadStatus.Contacted) lead.HearOf(DemoLeadBook.FirstCall(at), clock, ScoringRules.Standard, actor, at);
            else lead.MoveTo(step, step == LeadStatus.Lost ? DemoLeadBook.LostReason(number) : null, ScoringRules.Standard, actor, at);
        }
    }

    private static IEnumerable<LeadStatus> Path(LeadStatus target) => target switch
    {
        LeadStatus.New => [],
        LeadStatus.Lost => [LeadStatus.Contacted, LeadStatus.Qualified, LeadStatus.Lost],
        LeadStatus.Nurture => [LeadStatus.Contacted, LeadStatus.Nurture],
        _ => Enum.GetValues<LeadStatus>().Where(s => s > LeadStatus.New && s <= target),
    };

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    private async Task<Assignee> PersonAsync(Guid id, string name, Guid team, CancellationToken ct)
    {
        // Identity's event fills this in later; the leads need somebody before the first event is relayed.
        var person = await db.Set<Assignee>().FirstOrDefaultAsync(a => a.Id == new AssigneeId(id), ct);
        if (person is not null) return person;
        person = Assignee.Of(id);
        person.Update(name, "sales", true, "available", [team], [], [], DateTimeOffset.MinValue);
        db.Add(person);
        return person;
    }
}
