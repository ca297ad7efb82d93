using System.Globalization;
using IswitchRoofs.IntegrationEvents.Customers;
using IswitchRoofs.Scheduling.Application;
using IswitchRoofs.Scheduling.Application.Appointments;
using IswitchRoofs.Scheduling.Application.Availability;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.SharedKernel.Results;
using static IswitchRoofs.Scheduling.Tests.Scenario;

namespace IswitchRoofs.Scheduling.Tests.Application;

public sealed class BookingTests(Scenario scenario) : IClassFixture<Scenario>
{
    [Fact]
    public async Task A_booking_is_stored_with_names_audit_and_outbox_row()
    {
        var booked = (await scenario.BookAsync(ABooking(at: MondayAtTen.AddDays(7)))).Value;
        booked.AssignedToName.ShouldBe("Ann Field");
        booked.CustomerName.ShouldBe("Acme Roof Owner");
        booked.EndsAt.ShouldBe(booked.StartsAt.AddMinutes(60));
        booked.Reminders.ShouldBe([1440, 120]);
        booked.Version.ShouldNotBe(0u);

        var read = await GetAsync(booked.Id);
        // The database keeps microseconds.
        read.Value.ShouldBe(booked with { Reminders = read.Value.Reminders, CreatedAt = read.Value.CreatedAt, UpdatedAt = read.Value.UpdatedAt });
        (await scenario.Database.ScalarAsync<long>($"SELECT count(*) FROM scheduling.outbox_messages WHERE aggregate_id = '{booked.Id}' AND type = 'scheduling.appointment-scheduled.v1'")).ShouldBe(1);
        (await scenario.Database.ScalarAsync<long>($"SELECT count(*) FROM scheduling.audit_entries WHERE entity_id = '{booked.Id}'")).ShouldBe(1);
    }

    [Fact]
    public async Task A_due_reminder_is_announced_once_and_leaves_no_trace_in_the_audit()
    {
        var booked = (await scenario.BookAsync(ABooking(at: MondayAtTen.AddDays(21)))).Value;
        await scenario.Database.ExecuteAsync($"UPDATE scheduling.appointments SET next_reminder_at = now() - interval '1 minute' WHERE id = '{booked.Id}'");

        (await RemindAsync()).Sent.ShouldBe(1);
        (await RemindAsync()).Sent.ShouldBe(0);
        (await scenario.Database.ScalarAsync<long>($"SELECT count(*) FROM scheduling.outbox_messages WHERE aggregate_id = '{booked.Id}' AND type = 'scheduling.appointment-reminder-due.v1'")).ShouldBe(1);
        (await scenario.Database.ScalarAsync<DateTime>($"SELECT next_reminder_at FROM scheduling.appointments WHERE id = '{booked.Id}'")).ShouldBe(booked.StartsAt.AddDays(-1).UtcDateTime);
        (await scenario.Database.ScalarAsync<long>($"SELECT count(*) FROM scheduling.audit_entries WHERE entity_id = '{booked.Id}'")).ShouldBe(1);

        async Task<RemindersSent> RemindAsync() => (await scenario.RunAsync<RemindOfAppointmentsHandler, Result<RemindersSent>>(
            h => h.HandleAsync(new RemindOfAppointments(), CancellationToken.None))).Value;
    }

    [Fact]
    public async Task The_trash_is_emptied_after_thirty_days_and_the_audit_says_so()
    {
        var old = (await scenario.BookAsync(ABooking(at: MondayAtTen.AddDays(28)))).Value;
        var recent = (await scenario.BookAsync(ABooking(at: MondayAtTen.AddDays(35)))).Value;
        await scenario.Database.ExecuteAsync($"UPDATE scheduling.appointments SET deleted_at = now() - interval '31 days' WHERE id = '{old.Id}'");
        await scenario.Database.ExecuteAsync($"UPDATE scheduling.appointments SET deleted_at = now() - interval '29 days' WHERE id = '{recent.Id}'");

        (await scenario.RunJobAsync("scheduling.trash")).Counts.ShouldBe(new Dictionary<string, int> { ["appointments"] = 1 });

        (await scenario.Database.ScalarAsync<long>($"SELECT count(*) FROM scheduling.appointments WHERE id IN ('{old.Id}', '{recent.Id}')")).ShouldBe(1);
        (await scenario.Database.ScalarAsync<string>($"SELECT action FROM scheduling.audit_entries WHERE entity_id = '{old.Id}' ORDER BY at DESC, id DESC LIMIT 1")).ShouldBe("purged");
    }

    [Fact]
    public async Task Everything_wrong_with_a_booking_is_said_at_once()
    {
        var refused = (await scenario.BookAsync(new BookAppointment("picnic", " ", null, null, null, null, null, 5, Reminders: [-1]))).Error!;
        refused.Kind.ShouldBe(ErrorKind.Invalid);
        refused.Fields.Keys.ShouldBe(["appointment_type", "title", "duration_minutes", "reminders", "starts_at", "assigned_to", "customer_id"], ignoreOrder: true);
    }

    [Fact]
    public async Task Unknown_people_and_customers_are_named()
    {
        var refused = (await scenario.BookAsync(ABooking(Guid.CreateVersion7()) with { CustomerId = Guid.CreateVersion7() })).Error!;
        refused.Fields.Keys.ShouldBe(["assigned_to", "customer_id"], ignoreOrder: true);
        (await scenario.BookAsync(ABooking(Gone))).Error!.Fields["assigned_to"].Single().ShouldContain("not active");
    }

    [Fact]
    public async Task The_buffer_belongs_to_the_booked_time()
    {
        var at = MondayAtTen.AddDays(8);
        (await scenario.BookAsync(ABooking(at: at))).IsSuccess.ShouldBeTrue();
        var refused = (await scenario.BookAsync(ABooking(at: at.AddMinutes(74)))).Error!;
        refused.Code.ShouldBe("appointments.double_booked");
        (await scenario.BookAsync(ABooking(at: at.AddMinutes(75)))).IsSuccess.ShouldBeTrue();
        (await scenario.BookAsync(ABooking(at: at.AddMinutes(-74)))).Error!.Code.ShouldBe("appointments.double_booked");
        (await scenario.BookAsync(ABooking(at: at.AddMinutes(-75)))).IsSuccess.ShouldBeTrue();
        (await scenario.BookAsync(ABooking(Bob, at))).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task A_cancelled_appointment_frees_its_time()
    {
        var at = MondayAtTen.AddDays(9);
        var first = (await scenario.BookAsync(ABooking(at: at))).Value;
        var cancelled = await scenario.RunAsync<CancelAppointmentHandler, Result<AppointmentDetails>>(
            h => h.HandleAsync(new CancelAppointment(first.Id, "Rain", first.Version), default));
        cancelled.Value.Status.ShouldBe("cancelled");
        (await scenario.BookAsync(ABooking(at: at))).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task A_stale_version_is_refused()
    {
        var booked = (await scenario.BookAsync(ABooking(at: MondayAtTen.AddDays(10)))).Value;
        var refused = await scenario.RunAsync<CancelAppointmentHandler, Result<AppointmentDetails>>(
            h => h.HandleAsync(new CancelAppointment(booked.Id, "Rain", booked.Version + 1), default));
        refused.Error!.Kind.ShouldBe(ErrorKind.Stale);
    }

    [Fact]
    public async Task Moving_onto_a_taken_time_is_refused_and_changes_nothing()
    {
        var at = MondayAtTen.AddDays(11);
        await scenario.BookAsync(ABooking(at: at));
        var second = (await scenario.BookAsync(ABooking(at: at.AddHours(3)))).Value;
        var refused = await MoveAsync(second.Id, at.AddMinutes(15));
        refused.Error!.Code.ShouldBe("appointments.double_booked");
        (await GetAsync(second.Id)).Value.StartsAt.ShouldBe(second.StartsAt);
        var moved = await MoveAsync(second.Id, at.AddHours(3).AddMinutes(15));
        moved.Value.StartsAt.ShouldBe(at.AddHours(3).AddMinutes(15));
    }

    [Fact]
    public async Task Only_who_may_books_on_a_sunday()
    {
        var sunday = MondayAtTen.AddDays(6);
        try
        {
            scenario.User.Permissions = [SchedulingPermissions.Read, SchedulingPermissions.Write];
            (await scenario.BookAsync(ABooking(at: sunday))).Error!.Code.ShouldBe("appointments.outside_business_hours");
            (await scenario.BookAsync(ABooking(at: sunday) with { OutsideHours = true })).Error!.Code.ShouldBe("appointments.outside_hours_forbidden");
            scenario.User.Permissions = [.. scenario.User.Permissions, SchedulingPermissions.BookOutsideHours];
            (await scenario.BookAsync(ABooking(at: sunday) with { OutsideHours = true })).Value.OutsideHours.ShouldBeTrue();
        }
        finally
        {
            scenario.User.Permissions = null;
        }
    }

    [Fact]
    public async Task A_technician_sees_own_appointments_and_those_of_own_projects()
    {
        var at = MondayAtTen.AddDays(14);
        var own = (await scenario.BookAsync(ABooking(Ann, at))).Value;
        var ofProject = (await scenario.BookAsync(ABooking(Bob, at) with { CustomerId = null, ProjectId = Project })).Value;
        var foreign = (await scenario.BookAsync(ABooking(Bob, at.AddHours(3)))).Value;
        try
        {
            scenario.User.Id = Ann;
            scenario.User.Permissions = [SchedulingPermissions.ReadAssigned];
            (await GetAsync(own.Id)).IsSuccess.ShouldBeTrue();
            (await GetAsync(ofProject.Id)).IsSuccess.ShouldBeTrue();
            (await GetAsync(foreign.Id)).Error!.Kind.ShouldBe(ErrorKind.NotFound);
            var list = await ListAsync(new SearchAppointments(new PageRequest(), From: Text(at), To: Text(at.AddDays(1))));
            list.Items.Select(i => i.Id).ShouldBe([own.Id, ofProject.Id], ignoreOrder: true);
        }
        finally
        {
            scenario.User.Id = null;
            scenario.User.Permissions = null;
        }
    }

    [Fact]
    public async Task The_list_filters_sorts_and_names()
    {
        var at = MondayAtTen.AddDays(21);
        for (var i = 0; i < 3; i++) await scenario.BookAsync(ABooking(Bob, at.AddDays(i)) with { AppointmentType = i == 0 ? "estimate" : "inspection" });
        var page = await ListAsync(new SearchAppointments(
            new PageRequest(Sort: "starts_at", PerPage: 1), Bob.ToString(), Status: "scheduled,confirmed", AppointmentType: "inspection", CustomerId: Customer, From: Text(at), To: Text(at.AddDays(7))));
        page.Total.ShouldBe(2);
        page.Items.Single().StartsAt.ShouldBe(at.AddDays(1));
        page.Items.Single().AssignedToName.ShouldBe("Bob Sales");
        page.Items.Single().CustomerName.ShouldBe("Acme Roof Owner");
        var refused = await scenario.RunAsync<SearchAppointmentsHandler, Result<PageOf<AppointmentRow>>>(
            h => h.HandleAsync(new SearchAppointments(new PageRequest(Sort: "title"), Status: "maybe", AssignedTo: "x"), default));
        refused.Error!.Fields.Keys.ShouldBe(["sort", "status", "assigned_to"], ignoreOrder: true);
    }

    [Fact]
    public async Task Availability_leaves_out_what_is_booked()
    {
        var at = MondayAtTen.AddDays(28);
        await scenario.BookAsync(ABooking(Ann, at));
        var slots = (await scenario.RunAsync<FindFreeSlotsHandler, Result<Availability>>(
            h => h.HandleAsync(new FindFreeSlots(Ann, DateOnly.FromDateTime(at.UtcDateTime), 60), default))).Value.Slots;
        slots.Count.ShouldBe(37 - 9);
        slots.ShouldNotContain(s => s.StartsAt == at);
        slots.ShouldContain(s => s.StartsAt == at.AddMinutes(75));
    }

    [Fact]
    public async Task The_appointments_of_a_customer_go_to_the_trash_and_come_back_with_the_customer()
    {
        var customer = Guid.CreateVersion7();
        await scenario.TellAsync(new CustomerCreated(
            Guid.CreateVersion7(), DateTimeOffset.UtcNow, customer, "Short Visit", "s@example.com", null, "residential", null, null, null, null, null, null));
        var at = MondayAtTen.AddDays(35);
        var kept = (await scenario.BookAsync(ABooking(Ann, at) with { CustomerId = customer })).Value;
        var lost = (await scenario.BookAsync(ABooking(Bob, at) with { CustomerId = customer })).Value;
        await scenario.TellAsync(new CustomerDeleted(Guid.CreateVersion7(), DateTimeOffset.UtcNow, customer));
        (await GetAsync(kept.Id)).Error!.Kind.ShouldBe(ErrorKind.NotFound);
        (await scenario.BookAsync(ABooking(Bob, at))).IsSuccess.ShouldBeTrue();
        (await scenario.BookAsync(ABooking(Bob, at.AddHours(4)) with { CustomerId = customer })).Error!.Fields.Keys.ShouldBe(["customer_id"]);

        await scenario.TellAsync(new CustomerRestored(Guid.CreateVersion7(), DateTimeOffset.UtcNow, customer));
        (await GetAsync(kept.Id)).Value.Status.ShouldBe("scheduled");
        (await GetAsync(lost.Id)).Value.Status.ShouldBe("cancelled");
    }

    [Fact]
    public async Task Of_two_parallel_bookings_exactly_one_wins_a_thousand_times()
    {
        const int Pairs = 500;
        var winners = 0;
        var losers = new System.Collections.Concurrent.ConcurrentBag<(Error Error, DateTimeOffset At)>();
        await Parallel.ForEachAsync(Enumerable.Range(0, Pairs), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (pair, _) =>
        {
            // Four hours apart, so that neighbours do not touch.
            var person = pair % 2 == 0 ? Ann : Bob;
            var at = MondayAtTen.AddDays(70 + (7 * (pair / 4))).AddMinutes(pair / 2 % 2 * 240);
            var both = await Task.WhenAll(scenario.BookAsync(ABooking(person, at)), scenario.BookAsync(ABooking(person, at.AddMinutes(pair % 3 * 15))));
            Interlocked.Add(ref winners, both.Count(r => r.IsSuccess));
            foreach (var lost in both.Where(r => r.IsFailure)) losers.Add((lost.Error!, at));
        });

        winners.ShouldBe(Pairs);
        losers.Count.ShouldBe(Pairs);
        foreach (var (error, _) in losers)
        {
            error.Code.ShouldBe("appointments.double_booked");
            var clash = error.Extensions["clash"].ShouldBeOfType<Dictionary<string, object?>>();
            clash["id"].ShouldBeOfType<Guid>();
            ((Array)error.Extensions["free_slots"]!).Length.ShouldBe(3);
        }

        (await scenario.Database.ScalarAsync<long>(
            """
            SELECT count(*) FROM scheduling.appointments a JOIN scheduling.appointments b
              ON a.id < b.id AND a.assigned_to = b.assigned_to AND tstzrange(a.starts_at, a.busy_until) && tstzrange(b.starts_at, b.busy_until)
            WHERE a.status IN ('scheduled', 'confirmed') AND b.status IN ('scheduled', 'confirmed') AND a.deleted_at IS NULL AND b.deleted_at IS NULL
            """)).ShouldBe(0, string.Create(CultureInfo.InvariantCulture, $"{winners} winners"));
    }

    private Task<Result<AppointmentDetails>> GetAsync(Guid id) =>
        scenario.RunAsync<GetAppointmentHandler, Result<AppointmentDetails>>(h => h.HandleAsync(new GetAppointment(id), default));

    private Task<Result<AppointmentDetails>> MoveAsync(Guid id, DateTimeOffset at) =>
        scenario.RunAsync<RescheduleAppointmentHandler, Result<AppointmentDetails>>(h => h.HandleAsync(new RescheduleAppointment(id, at), default));

    private async Task<PageOf<AppointmentRow>> ListAsync(SearchAppointments query) =>
        (await scenario.RunAsync<SearchAppointmentsHandler, Result<PageOf<AppointmentRow>>>(h => h.HandleAsync(query, default))).Value;

    private static string Text(DateTimeOffset at) => at.ToString("O", CultureInfo.InvariantCulture);
}
