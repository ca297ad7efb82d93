using IswitchRoofs.Scheduling.Domain.Appointments;
using IswitchRoofs.Scheduling.Domain.Calendar;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Scheduling.Tests.Domain;

public sealed class AppointmentTests
{
    private static readonly DateTimeOffset Now = new(2027, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset MondayAtTen = new(2027, 6, 7, 14, 0, 0, TimeSpan.Zero);
    private static readonly BusinessCalendar Calendar =
        new(TimeZoneInfo.FindSystemTimeZoneById("America/Detroit"), BusinessCalendar.StandardHours, new HashSet<DateOnly>());

    [Fact]
    public void Booking_computes_the_end_and_the_buffer_and_says_so()
    {
        var appointment = Appointment.Book(ABooking(), Calendar, Now).Value;
        appointment.EndsAt.ShouldBe(MondayAtTen.AddMinutes(60));
        appointment.BusyUntil.ShouldBe(MondayAtTen.AddMinutes(75));
        appointment.Status.ShouldBe(AppointmentStatus.Scheduled);
        appointment.DomainEvents.ShouldHaveSingleItem().ShouldBeOfType<AppointmentBooked>();
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(-1, false)]
    [InlineData(1, true)]
    public void An_appointment_starts_in_the_future(int seconds, bool accepted)
    {
        var result = Appointment.Book(ABooking() with { StartsAt = MondayAtTen }, Calendar, MondayAtTen.AddSeconds(-seconds));
        result.IsSuccess.ShouldBe(accepted);
        if (!accepted) result.Error!.Code.ShouldBe("appointments.in_the_past");
    }

    [Theory]
    [InlineData(AppointmentType.SiteVisit, false, "appointments.outside_business_hours")]
    [InlineData(AppointmentType.SiteVisit, true, null)]
    [InlineData(AppointmentType.Emergency, false, null)]
    public void Sunday_is_for_emergencies_and_for_managers_who_insist(AppointmentType type, bool insists, string? refusal)
    {
        var sunday = MondayAtTen.AddDays(-1);
        var result = Appointment.Book(ABooking() with { Type = type, StartsAt = sunday, MayLieOutsideHours = insists }, Calendar, Now);
        result.Error?.Code.ShouldBe(refusal);
        if (result.IsSuccess) result.Value.OutsideHours.ShouldBeTrue();
    }

    [Fact]
    public void Cancelling_needs_a_reason()
    {
        var appointment = Appointment.Book(ABooking(), Calendar, Now).Value;
        appointment.Cancel(" ", null, Now).Error!.Code.ShouldBe("appointments.reason_required");
        appointment.Cancel("Rain", null, Now).IsSuccess.ShouldBeTrue();
        appointment.CancellationReason.ShouldBe("Rain");
        appointment.Cancel("Again", null, Now).Error!.Code.ShouldBe("appointments.status_not_allowed");
    }

    [Fact]
    public void Nobody_misses_an_appointment_before_it_begins()
    {
        var appointment = Appointment.Book(ABooking(), Calendar, Now).Value;
        appointment.Miss(MondayAtTen.AddSeconds(-1)).Error!.Code.ShouldBe("appointments.not_started_yet");
        appointment.Miss(MondayAtTen).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public void Reminders_come_a_day_and_two_hours_before_and_each_once()
    {
        var appointment = Appointment.Book(ABooking(), Calendar, Now).Value;
        appointment.NextReminderAt.ShouldBe(MondayAtTen.AddDays(-1));
        appointment.Remind(MondayAtTen.AddDays(-1).AddSeconds(-1)).ShouldBeFalse();
        appointment.Remind(MondayAtTen.AddDays(-1)).ShouldBeTrue();
        appointment.Remind(MondayAtTen.AddDays(-1)).ShouldBeFalse();
        appointment.NextReminderAt.ShouldBe(MondayAtTen.AddHours(-2));
        appointment.Remind(MondayAtTen.AddHours(-2)).ShouldBeTrue();
        appointment.NextReminderAt.ShouldBeNull();
        appointment.DomainEvents.OfType<AppointmentReminded>().Count().ShouldBe(2);
    }

    [Fact]
    public void Reminders_that_nobody_sent_in_time_come_as_one_while_the_appointment_is_ahead()
    {
        var appointment = Appointment.Book(ABooking(), Calendar, Now).Value;
        appointment.Remind(MondayAtTen.AddMinutes(-1)).ShouldBeTrue();
        appointment.Remind(MondayAtTen.AddMinutes(-1)).ShouldBeFalse();

        var late = Appointment.Book(ABooking(), Calendar, Now).Value;
        late.Remind(MondayAtTen).ShouldBeFalse();
        late.NextReminderAt.ShouldBeNull();
    }

    [Fact]
    public void Reminders_follow_a_move_and_end_with_the_appointment()
    {
        var appointment = Appointment.Book(ABooking(), Calendar, Now).Value;
        appointment.Remind(MondayAtTen.AddDays(-1)).ShouldBeTrue();
        appointment.Move(MondayAtTen.AddDays(2), 60, appointment.AssignedTo, false, Calendar, MondayAtTen.AddDays(-1)).IsSuccess.ShouldBeTrue();
        appointment.NextReminderAt.ShouldBe(MondayAtTen.AddDays(1));
        appointment.Confirm(MondayAtTen).IsSuccess.ShouldBeTrue();
        appointment.NextReminderAt.ShouldBe(MondayAtTen.AddDays(1));
        appointment.Cancel("Rain", null, MondayAtTen).IsSuccess.ShouldBeTrue();
        appointment.NextReminderAt.ShouldBeNull();
    }

    [Fact]
    public void Booking_an_hour_ahead_promises_no_reminder()
    {
        Appointment.Book(ABooking(), Calendar, MondayAtTen.AddHours(-1)).Value.NextReminderAt.ShouldBeNull();
    }

    [Fact]
    public void A_completed_appointment_moves_no_more()
    {
        var appointment = Appointment.Book(ABooking(), Calendar, Now).Value;
        appointment.Complete("Fine", MondayAtTen).IsSuccess.ShouldBeTrue();
        appointment.Move(MondayAtTen.AddDays(1), 60, appointment.AssignedTo, false, Calendar, Now).Error!.Code.ShouldBe("appointments.closed");
    }

    [Fact]
    public void Moving_keeps_the_status()
    {
        var appointment = Appointment.Book(ABooking(), Calendar, Now).Value;
        appointment.Confirm(Now).IsSuccess.ShouldBeTrue();
        appointment.Move(MondayAtTen.AddDays(1), 30, appointment.AssignedTo, false, Calendar, Now).IsSuccess.ShouldBeTrue();
        appointment.Status.ShouldBe(AppointmentStatus.Confirmed);
        appointment.BusyUntil.ShouldBe(MondayAtTen.AddDays(1).AddMinutes(45));
    }

    [Theory]
    [InlineData("initial_consultation", 90)]
    [InlineData("inspection", 120)]
    [InlineData("estimate", 60)]
    [InlineData("quote_presentation", 60)]
    [InlineData("contract_signing", 45)]
    [InlineData("project_start", 60)]
    [InlineData("site_visit", 60)]
    [InlineData("progress_check", 45)]
    [InlineData("final_walkthrough", 75)]
    [InlineData("follow_up", 30)]
    [InlineData("maintenance", 60)]
    [InlineData("emergency", 60)]
    public void Each_type_has_its_standard_duration(string type, int minutes) =>
        StandardDuration.MinutesOf(WireName.Parse<AppointmentType>(type)).ShouldBe(minutes);

    private static Booking ABooking() =>
        new(AppointmentType.SiteVisit, "Look at the roof", Guid.CreateVersion7(), null, null, Guid.CreateVersion7(), MondayAtTen, 60, 15);
}
