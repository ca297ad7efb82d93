namespace IswitchRoofs.Host.Realtime;

/// <summary>Names of the channels and events that browsers listen to (the seed's, with the prefix that the protocol asks of authorised ones).</summary>
internal static class RealtimeChannels
{
    public const string LeadCreated = "lead-created";
    public const string LeadUpdated = "lead-updated";
    public const string ProjectUpdated = "project-updated";
    public const string AppointmentReminder = "appointment-reminder";
    public const string Notification = "notification";

    /// <summary>Asked for on the settings page, to see that it arrives.</summary>
    public const string Test = "realtime-test";

    public static string User(Guid id) => $"private-user-{id}";

    public static string Team(Guid id) => $"private-team-{id}";

    public static string Project(Guid id) => $"private-project-{id}";
}
