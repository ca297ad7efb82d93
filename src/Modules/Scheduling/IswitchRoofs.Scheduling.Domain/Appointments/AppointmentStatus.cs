namespace IswitchRoofs.Scheduling.Domain.Appointments;

public enum AppointmentStatus
{
    Scheduled,
    Confirmed,
    InProgress,
    Completed,
    NoShow,
    Cancelled,
}
