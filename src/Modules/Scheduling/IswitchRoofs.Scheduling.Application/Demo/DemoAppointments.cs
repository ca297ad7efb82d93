using System.Globalization;
using IswitchRoofs.Scheduling.Application.Appointments;
using IswitchRoofs.Scheduling.Domain.Appointments;
using IswitchRoofs.Scheduling.Domain.Calendar;
using IswitchRoofs.Scheduling.Domain.Replicas;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Scheduling.Application.Demo;

/// <summary>About 60 appointments: three weeks back, today, two weeks ahead.</summary>
public sealed class DemoAppointments(
    IRepository<Appointment> appointments,
    IReadRepository<SubjectRef> subjects,
    BusinessCalendar calendar,
    TimeProvider clock,
    ILogger<DemoAppointments> logger) : IDemoDataSeeder
{
    private const int DaysBack = 21;
    private const int DaysAhead = 14;
    private static readonly TimeSpan ReplicaLag = TimeSpan.FromSeconds(15);

    private static readonly Guid[] People = [DemoPeople.Sales, DemoPeople.Sales2, DemoPeople.Tech, DemoPeople.Manager];

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
        var customers = await WaitForAsync(SubjectKind.Customer, ct);
        if (customers.Count == 0)
        {
            logger.LogWarning("No demo appointments: no customer has arrived yet");
            return;
        }

        var leads = await subjects.ListAsync(new SubjectsOfKind(SubjectKind.Lead, 60), ct);
        var projects = await subjects.ListAsync(new SubjectsOfKind(SubjectKind.Project, 30), ct);
        var now = clock.GetUtcNow();
        var today = calendar.DayOf(now);
        var number = 0;
        for (var offset = -DaysBack; offset <= DaysAhead; offset++)
        {
            if (calendar.OpenOn(today.AddDays(offset)) is not { } open) continue;
            var perDay = offset == 0 ? People.Length : 2;
            for (var i = 0; i < perDay; i++, number++) Add(number, i, offset, open, now, customers, leads, projects);
        }

        await appointments.SaveChangesAsync(ct);
    }

    private void Add(
        int number, int slot, int offset, TimeSlot open, DateTimeOffset now,
        IReadOnlyList<SubjectRef> customers, IReadOnlyList<SubjectRef> leads, IReadOnlyList<SubjectRef> projects)
    {
        var person = People[number % People.Length];
        var inField = person == DemoPeople.Tech;
        var (type, title) = (inField ? ForTechs : ForSales)[number % 5];
        var subject = inField && projects.Count > 0
            ? projects.Where(p => p.Team.Contains(person)).DefaultIfEmpty(projects[number % projects.Count]).ElementAt(0)
            : number % 3 == 0 && leads.Count > 0 ? leads[number % leads.Count] : customers[number % customers.Count];

        // Starts every 45 minutes around the opening, so that no two of a person touch.
        var startsAt = open.StartsAt.AddMinutes(45 * ((number * 5 % 4) + slot));
        var booking = new Booking(
            type, string.Create(CultureInfo.InvariantCulture, $"{title}: {subject.Name}"),
            subject.Kind == SubjectKind.Customer ? subject.Id : null, subject.Kind == SubjectKind.Lead ? subject.Id : null,
            subject.Kind == SubjectKind.Project ? subject.Id : null, person, startsAt, StandardDuration.MinutesOf(type), StandardDuration.Buffer)
        {
            BookedBy = DemoPeople.Manager,
            MayLieOutsideHours = true,
        };
        var bookedAt = (startsAt < now ? startsAt : now).AddDays(-4);
        var appointment = Appointment.Book(booking, calendar, bookedAt).Value;
        if (offset < 0) Finish(appointment, number);
        else if (number % 2 == 0) appointment.Confirm(bookedAt.AddDays(1));
        appointments.Add(appointment);
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

    private async Task<IReadOnlyList<SubjectRef>> WaitForAsync(SubjectKind kind, CancellationToken ct)
    {
        var started = clock.GetTimestamp();
        while (true)
        {
            var found = await subjects.ListAsync(new SubjectsOfKind(kind, 40), ct);
            if (found.Count > 0 || clock.GetElapsedTime(started) > ReplicaLag) return found;
            await Task.Delay(TimeSpan.FromMilliseconds(100), clock, ct);
        }
    }
}
