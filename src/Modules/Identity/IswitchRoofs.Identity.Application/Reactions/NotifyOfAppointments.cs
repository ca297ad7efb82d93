using IswitchRoofs.Identity.Domain.Notifications;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.IntegrationEvents.Scheduling;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Reactions;

/// <summary>Whoever has to be there learns of an appointment that somebody else booked.</summary>
public sealed class NotifyOfBooking(IRepository<Notification> notifications, IReadRepository<User> users, ICompanyClock company, TimeProvider clock) : IReaction
{
    public async Task<Result> HandleAsync(AppointmentScheduled e, CancellationToken ct)
    {
        if (e.AssignedTo == e.BookedBy) return Result.Success();
        foreach (var user in await users.ActiveAsync([e.AssignedTo], ct))
            notifications.Add(Notification.To(
                user, NotificationType.AppointmentScheduled, NotificationPriority.Normal, $"New appointment: {e.Title}",
                Wording.At(e.StartsAt, company.Zone), "appointment", e.AppointmentId, e.OccurredAt, clock.GetUtcNow()));
        return Result.Success();
    }
}

/// <summary>Whoever had to be there learns that somebody else cancelled it.</summary>
public sealed class NotifyOfCancellation(IRepository<Notification> notifications, IReadRepository<User> users, ICompanyClock company, TimeProvider clock) : IReaction
{
    public async Task<Result> HandleAsync(AppointmentCancelled e, CancellationToken ct)
    {
        if (e.AssignedTo == e.CancelledBy) return Result.Success();
        foreach (var user in await users.ActiveAsync([e.AssignedTo], ct))
            notifications.Add(Notification.To(
                user, NotificationType.AppointmentCancelled, NotificationPriority.High, $"Cancelled: {e.Title}",
                $"{Wording.At(e.StartsAt, company.Zone)}: {e.Reason}", "appointment", e.AppointmentId, e.OccurredAt, clock.GetUtcNow()));
        return Result.Success();
    }
}

/// <summary>Whoever has to be there is reminded, also of what they booked themselves (A7).</summary>
public sealed class NotifyOfReminder(IRepository<Notification> notifications, IReadRepository<User> users, ICompanyClock company, TimeProvider clock) : IReaction
{
    public async Task<Result> HandleAsync(AppointmentReminderDue e, CancellationToken ct)
    {
        var at = Wording.At(e.StartsAt, company.Zone);
        foreach (var user in await users.ActiveAsync([e.AssignedTo], ct))
            notifications.Add(Notification.To(
                user, NotificationType.AppointmentReminder, NotificationPriority.High, $"Coming up: {e.Title}",
                e.Location is { } where ? $"{at}, {where}" : at, "appointment", e.AppointmentId, e.OccurredAt, clock.GetUtcNow()));
        return Result.Success();
    }
}
