namespace IswitchRoofs.Identity.Domain.Notifications;

/// <summary>N4.</summary>
public enum NotificationType
{
    LeadCreated,
    LeadAssigned,
    LeadHot,
    LeadResponseDue,
    LeadResponseMissed,
    LeadConverted,
    CustomerCreated,
    ProjectCreated,
    ProjectStatusChanged,
    ProjectOverdue,
    ProjectOverBudget,
    AppointmentScheduled,
    AppointmentRescheduled,
    AppointmentCancelled,
    AppointmentReminder,
    FollowUpDue,
    ReviewReceived,
    ReviewRequest,
    ReferralReceived,
    TeamAssignment,
    Mention,
    Alert,
    System,
}
