using IswitchRoofs.Scheduling.Application.Appointments;
using IswitchRoofs.Scheduling.Domain.Appointments;
using IswitchRoofs.Scheduling.Domain.Calendar;
using IswitchRoofs.Scheduling.Domain.Replicas;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;

namespace IswitchRoofs.Scheduling.Application.Demo;

/// <summary>About 60 appointments: three weeks back, today, two weeks ahead.</summary>
public sealed class DemoAppointments(
    IRepository<Appointment> appointments, IRepository<SubjectRef> subjects, IRepository<CrewMember> crew, BusinessCalendar calendar, TimeProvider clock) : IDemoDataSeeder
{
    private const int DaysBack = 21;
    private const int DaysAhead = 14;

    private static readonly (Guid Id, string Name, string Role)[] People =
    [
        (DemoPeople.Sales, "Sam Whitfield", "sales"), (DemoPeople.Sales2, "Dana Haddad", "sales"),
        (DemoPeople.Tech, "Terrence Brooks", "field_tech"), (DemoPeople.Manager, "Maria Kowalski", "manager"),
    ];

    private static readonly (AppointmentType Type, string Title)[] ForSales =
    [
        (AppointmentType.InitialConsultation, "First visit"), (AppointmentType.Estimate, "Measure and estimate"),
        (AppointmentType.QuotePresentation, "Go through the quote"), (AppointmentType.FollowUp, "Follow-up call"),
        (AppointmentType.ContractSigning, "Sign the contract"),
    ];

    private static readonly (AppointmentType Type, string Title)[] ForTechs =
    [
        (AppointmentType.Inspection, "Roof inspection"), (AppointmentType.SiteVisit, "Site visit"),
        (AppointmentType.ProgressCheck, "Progress check"), (AppointmentType.FinalWalkthrough, "Final walkthrough"),
        (AppointmentType.Maintenance, "Gutter and flashing maintenance"),
    ];

    public int Order => 50;

    public async Task SeedAsync(CancellationToken ct)
    {
        if (await appointments.AnyAsync(new AnyAppointment(), ct)) return;
        await IntroduceAsync(ct);
        var now = clock.GetUtcNow();
        var today = calendar.DayOf(now);
        var number = 0;
        for (var offset = -DaysBack; offset <= DaysAhead; offset++)
        {
            if (calendar.OpenOn(today.AddDays(offset)) is not { } open) continue;
            var perDay = offset == 0 ? People.Length : 2;
            for (var slot = 0; slot < perDay; slot++, number++) appointments.Add(Make(number, slot, offset, open, now));
        }

        await appointments.SaveChangesAsync(ct);
    }

    // The news of the demo people and customers may still be on its way; when it comes it finds them known.
    private async Task IntroduceAsync(CancellationToken ct)
    {
        foreach (var (id, name, role) in People)
        {
            if (await crew.AnyAsync(new CrewMemberWithId(id), ct)) continue;
            var member = CrewMember.Of(id);
            member.Learn(name, role, true, [], DateTimeOffset.UnixEpoch);
            crew.Add(member);
        }

        for (var n = 1; n <= DemoPeople.Customers; n++)
        {
            if (await subjects.AnyAsync(new SubjectWithId(SubjectKind.Customer, DemoPeople.Customer(n)), ct)) continue;
            var customer = SubjectRef.Of(SubjectKind.Customer, DemoPeople.Customer(n));
            customer.Learn(DemoPeople.CustomerName(n), [], DateTimeOffset.UnixEpoch);
            subjects.Add(customer);
        }
    }

    private Appointment Make(int number, int slot, int offset, TimeSlot open, DateTimeOffset now)
    {
        var person = People[number % People.Length].Id;
        var (type, title) = (person == DemoPeople.Tech ? ForTechs : ForSales)[number % 5];
        var customer = 1 + (number * 7 % DemoPeople.Customers);

        // Starts every 45 minutes from the opening; a person has one a day, so no two touch.
        var startsAt = open.StartsAt.AddMinutes(45 * ((number * 5 % 4) + slot));
        var booking = new Booking(
            type, $"{title}: {DemoPeople.CustomerName(customer)}", DemoPeople.Customer(customer), null, null, person, startsAt,
            StandardDuration.MinutesOf(type), StandardDuration.Buffer)
        {
            BookedBy = DemoPeople.Manager,
            MayLieOutsideHours = true,
        };
        var bookedAt = (startsAt < now ? startsAt : now).AddDays(-4);
        var appointment = Appointment.Book(booking, calendar, bookedAt).Value;
        if (offset < 0) Finish(appointment, number);
        else if (number % 2 == 0) appointment.Confirm(bookedAt.AddDays(1));
        return appointment;
    }

    private static void Finish(Appointment appointment, int number)
    {
        var after = appointment.EndsAt.AddMinutes(10);
        switch (number % 9)
        {
            case 3:
                appointment.Miss(after);
                break;
            case 7:
                appointment.Cancel("The customer asked for another week.", DemoPeople.Manager, appointment.StartsAt.AddHours(-20));
                break;
            default:
                appointment.Start(appointment.StartsAt);
                appointment.Complete("Done as planned.", after);
                break;
        }
    }
}
