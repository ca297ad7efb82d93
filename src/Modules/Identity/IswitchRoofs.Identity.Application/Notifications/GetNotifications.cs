using IswitchRoofs.Identity.Application.Accounts;
using IswitchRoofs.Identity.Domain.Notifications;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Identity.Application.Notifications;

/// <summary>The caller's own, newest first.</summary>
public sealed record GetNotifications(PageRequest Page, bool? Unread = null, string? Type = null);

public sealed class GetNotificationsHandler(IReadRepository<Notification> notifications, ICurrentUser caller) : IUseCase
{
    private static readonly SortMap<Notification, NotificationRow> Sorts = SortMap<Notification, NotificationRow>
        .Create("-created_at", n => n.Id, r => r.Id)
        .By("created_at", n => n.CreatedAt, r => r.CreatedAt);

    public async Task<Result<PageOf<NotificationRow>>> HandleAsync(GetNotifications query, CancellationToken ct)
    {
        if (caller.Id is not { } id) return AccountErrors.NotSignedIn();
        var check = new Validation();
        var types = check.Enums<NotificationType>("type", query.Type);
        var plan = Sorts.Plan(query.Page, check);
        if (check.Failed || plan is null) return check.ToError();

        var list = new NotificationList(UserId.From(id), query.Unread, types, plan);
        var rows = await notifications.ListAsync(list, ct);
        return plan.ToPage(rows, plan.ByCursor ? null : await notifications.CountAsync(list, ct));
    }

    private sealed class NotificationList : Specification<Notification, NotificationRow>
    {
        public NotificationList(UserId user, bool? unread, NotificationType[]? types, PagePlan<Notification, NotificationRow> plan)
        {
            Query.Where(n => n.UserId == user && n.InApp);
            if (unread is true) Query.Where(n => n.ReadAt == null);
            else if (unread is false) Query.Where(n => n.ReadAt != null);
            if (types is not null) Query.Where(n => types.Contains(n.Type));
            plan.ApplyTo(Query);
            Select(n => new NotificationRow(
                n.Id.Value, n.UserId.Value, WireName.Of(n.Type), n.Title, n.Body, WireName.Of(n.Priority), n.EntityType, n.EntityId,
                n.Mail == null ? NotificationRow.NoMail : WireName.Of(n.Mail.State), n.ReadAt, n.CreatedAt));
        }
    }
}
