namespace IswitchRoofs.Scheduling.Application;

public static class SchedulingPermissions
{
    public const string Read = "appointments.read";

    /// <summary>One's own appointments and those of projects that one works on.</summary>
    public const string ReadAssigned = "appointments.read_assigned";

    public const string Write = "appointments.write";

    /// <summary>Confirm, start, complete and note the appointments that one may read by assignment.</summary>
    public const string WorkAssigned = "appointments.work_assigned";

    /// <summary>Book outside business hours (A1).</summary>
    public const string BookOutsideHours = "appointments.book_outside_hours";

    public const string Delete = "appointments.delete";
}
