using IswitchRoofs.Customers.Domain.Customers;
using IswitchRoofs.Customers.Domain.Interactions;
using IswitchRoofs.Customers.Infrastructure.Persistence;
using IswitchRoofs.Shared.Application;
using Microsoft.EntityFrameworkCore;

namespace IswitchRoofs.Customers.Infrastructure.Demo;

/// <summary>What was said to the demo customers lately, and what is still owed to some of them.</summary>
internal sealed class DemoInteractions(CustomersDbContext db, ICompanyClock clock) : IDemoDataSeeder
{
    private static readonly (InteractionType Type, InteractionDirection Direction, InteractionOutcome? Outcome, int? Minutes, string Subject, string? Promise)[] Book =
    [
        (InteractionType.PhoneCall, InteractionDirection.Outbound, InteractionOutcome.Successful, 7, "How the new roof did in the storm", null),
        (InteractionType.Email, InteractionDirection.Inbound, InteractionOutcome.QuoteRequested, null, "Asks for a quote for the garage", "Send the quote for the garage"),
        (InteractionType.PhoneCall, InteractionDirection.Outbound, InteractionOutcome.LeftVoicemail, 1, "Yearly inspection", null),
        (InteractionType.SiteVisit, InteractionDirection.Outbound, InteractionOutcome.Successful, 45, "Looked at the flashing", "Photos and a price for the flashing"),
        (InteractionType.Sms, InteractionDirection.Outbound, InteractionOutcome.Successful, null, "Crew arrives on Monday", null),
        (InteractionType.PhoneCall, InteractionDirection.Inbound, InteractionOutcome.ScheduledCallback, 3, "Insurance adjuster called them", "Call back with the claim number"),
        (InteractionType.Note, InteractionDirection.Internal, null, null, "Prefers afternoons, dog in the yard", null),
        (InteractionType.InPersonMeeting, InteractionDirection.Outbound, InteractionOutcome.ObjectionHandled, 30, "Went through the estimate together", null),
        (InteractionType.PhoneCall, InteractionDirection.Outbound, InteractionOutcome.NoAnswer, 0, "Follow-up on the estimate", null),
    ];

    public int Order => 25;

    public async Task SeedAsync(CancellationToken ct)
    {
        if (await db.Interactions.IgnoreQueryFilters().AnyAsync(ct)) return;
        var known = await db.Customers.Select(c => c.Id).ToListAsync(ct);
        for (var n = 1; n <= DemoPeople.Customers; n++)
        {
            var customer = CustomerId.From(DemoPeople.Customer(n));
            if (!known.Contains(customer)) continue;
            for (var i = 0; i < 1 + (n % 3); i++) db.Interactions.Add(Make(customer, n, i));
        }

        await db.SaveChangesAsync(ct);
    }

    private Interaction Make(CustomerId customer, int n, int i)
    {
        var entry = Book[(n * 4 + i * 5) % Book.Length];
        var day = clock.Today.AddDays(-1 - (n * 3 % 40) - (i * 35));
        var at = clock.At(day, new TimeOnly(9 + ((n + i) % 8), n * 13 % 60));

        // Some are late, some due today, the rest in the days ahead; only the latest of a customer asks for one.
        DateOnly? followUp = i == 0 && (entry.Promise is not null || n % 6 == 0) ? clock.Today.AddDays(-3 + (n % 9)) : null;
        var facts = new InteractionFacts
        {
            InteractionType = entry.Type,
            Direction = entry.Direction,
            Outcome = entry.Outcome,
            OccurredAt = at,
            DurationMinutes = entry.Minutes,
            Subject = entry.Subject,
            FollowUpOn = followUp,
            Promise = followUp is null ? null : entry.Promise,
        };
        var by = n % 2 == 0 ? new Logger(DemoPeople.Sales2, "Dana Haddad", IsPerson: true) : new Logger(DemoPeople.Sales, "Sam Whitfield", IsPerson: true);
        return Interaction.Log(InteractionId.New(at), facts, new InteractionParties(customer, null, null), by, at).Value;
    }
}
