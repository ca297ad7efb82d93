using System.Text;
using static IswitchRoofs.Identity.Domain.Notifications.NotificationPriority;
using static IswitchRoofs.Identity.Domain.Notifications.NotificationType;

namespace IswitchRoofs.Identity.Domain.Notifications;

/// <summary>N4: every type of notification, what it says and to whom, in the one place where it is written down.</summary>
public static class NotificationCatalogue
{
    private static readonly Dictionary<NotificationType, NotificationKind> Kinds = new NotificationKind[]
    {
        new(LeadCreated, Low, "New lead", "you manage the team that the lead belongs to", "New lead: {lead}", "Score {score}, {source}."),
        new(LeadAssigned, Normal, "Lead assigned to you", "a lead was assigned to you", "New lead for you: {lead}", "Score {score}, {source}."),
        new(LeadHot, High, "Hot lead", "the lead is yours, or your team's", "Hot lead{whose}: {lead}", "Score {score}, {source}."),
        new(LeadResponseDue, High, "Response due", "the lead is yours", "Answer {lead} now", "The response target ends {when}."),
        new(LeadResponseMissed, Urgent, "Response missed", "the lead is yours, or you manage who it belongs to", "Nobody answered {lead}", "The response target ended {when}."),
        new(LeadConverted, Normal, "Lead converted", "the lead was yours", "{lead} is a customer now", "{detail}"),
        new(CustomerCreated, Low, "New customer", "you manage a sales team", "New customer: {customer}", "{detail}"),
        new(ProjectCreated, Normal, "New project", "you are on the project", "New project: {project}", "You are on a {kind}."),
        new(ProjectStatusChanged, Normal, "Project moved", "you are on the project", "{project} is now {status}", "{detail}"),
        new(ProjectOverdue, High, "Project overdue", "you manage the project", "{project} is overdue", "It was to be done by {when}."),
        new(ProjectOverBudget, High, "Project over budget", "you manage the project", "{project} is over budget", "{detail}"),
        new(AppointmentScheduled, Normal, "Appointment booked", "the appointment is yours", "New appointment: {appointment}", "{when}"),
        new(AppointmentRescheduled, Normal, "Appointment moved", "the appointment is yours", "Moved: {appointment}", "{when}"),
        new(AppointmentCancelled, High, "Appointment cancelled", "the appointment was yours", "Cancelled: {appointment}", "{when}: {reason}"),
        new(AppointmentReminder, High, "Appointment reminder", "the appointment is yours", "Coming up: {appointment}", "{when}"),
        new(FollowUpDue, Normal, "Follow-up due", "you promised a follow-up", "Follow up: {subject}", "Due {when}."),
        new(ReviewReceived, Normal, "Review received", "you look after reviews", "{rating} stars from {customer}", "{detail}"),
        new(ReviewRequest, Normal, "Review request", "we worked on your roof", "How did we do, {customer}?", "{detail}") { ForUsers = false },
        new(ReferralReceived, Normal, "Referral received", "the lead is yours, or your team's", "{partner} referred {lead}", "{detail}"),
        new(TeamAssignment, Normal, "Team changed", "you were added to a team", "You are in {team} now", "{detail}"),
        new(Mention, Normal, "Mention", "somebody mentioned you", "{person} mentioned you", "{detail}"),
        new(Alert, High, "Alert", "you manage a team, or administer the system", "{title}", "{detail}"),
        new(NotificationType.System, High, "System message", "you administer the system", "{title}", "{detail}"),
    }.ToDictionary(k => k.Type);

    public static IReadOnlyCollection<NotificationKind> All => Kinds.Values;

    public static NotificationKind Of(NotificationType type) => Kinds[type];

    /// <summary>Puts values in the place of <c>{names}</c>; a name without a value leaves nothing behind.</summary>
    public static string Fill(string template, IReadOnlyDictionary<string, string?> values)
    {
        var text = new StringBuilder(template.Length + 32);
        for (var at = 0; at < template.Length; at++)
        {
            var end = template[at] == '{' ? template.IndexOf('}', at) : -1;
            if (end < 0)
            {
                text.Append(template[at]);
                continue;
            }

            text.Append(values.GetValueOrDefault(template[(at + 1)..end]));
            at = end;
        }

        return text.ToString();
    }
}
