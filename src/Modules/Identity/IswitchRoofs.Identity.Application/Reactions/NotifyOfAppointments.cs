using IswitchRoofs.Identity.Application.Notifications;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.IntegrationEvents.Scheduling;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Reactions;

/// <summary>Whoever has to be there learns of an appointment that somebody else booked.</summary>
public sealed class NotifyOfBooking(Notifier notifier, IReadRepository<User> users, ICompanyClock company) : IReaction
{
    public async Task<Result> HandleAsync(AppointmentScheduled e, CancellationToken ct)
    {
        if (e.AssignedTo == e.BookedBy) return Result.Success();
        var news = new News("appointment_scheduled", "appointment", e.AppointmentId, e.OccurredAt, new Dictionary<string, string?>
        {
            ["appointment"] = e.Title, ["when"] = Wording.At(e.StartsAt, company.Zone),
        });
        await notifier.TellAsync(await users.ActiveAsync([e.AssignedTo], ct), news, ct);
        return Result.Success();
    }
}

/// <summary>Whoever had to be there learns that somebody else cancelled it.</summary>
public sealed class NotifyOfCancellation(Notifier notifier, IReadRepository<User> users, ICompanyClock company) : IReaction
{
    public async Task<Result> HandleAsync(AppointmentCancelled e, CancellationToken ct)
    {
        if (e.AssignedTo == e.CancelledBy) return Result.Success();
        var news = new News("appointment_cancelled", "appointment", e.AppointmentId, e.OccurredAt, new Dictionary<string, string?>
        {
            ["appointment"] = e.Title, ["when"] = Wording.At(e.StartsAt, company.Zone), ["reason"] = e.Reason,
        });
        await notifier.TellAsync(await users.ActiveAsync([e.AssignedTo], ct), news, ct);
        return Result.Success();
    }
}

/// <summary>Whoever has to be there is reminded, also of what they booked themselves (A7).</summary>
public sealed class NotifyOfReminder(Notifier notifier, IReadRepository<User> users, ICompanyClock company) : IReaction
{
    public async Task<Result> HandleAsync(AppointmentReminderDue e, CancellationToken ct)
    {
        var at = Wording.At(e.StartsAt, company.Zone);
        var news = new News("appointment_reminder", "appointment", e.AppointmentId, e.OccurredAt, new Dictionary<string, string?>
        {
            ["appointment"] = e.Title, ["when"] = e.Location is { } where ? $"{at}, {where}" : at,
        });
        await notifier.TellAsync(await users.ActiveAsync([e.AssignedTo], ct), news, ct);
        return Result.Success();
    }
}
