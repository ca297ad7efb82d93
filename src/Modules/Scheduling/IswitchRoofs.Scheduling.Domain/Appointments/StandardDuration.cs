namespace IswitchRoofs.Scheduling.Domain.Appointments;

/// <summary>How long an appointment takes when nobody says (A2).</summary>
public static class StandardDuration
{
    public const int Shortest = 15;
    public const int Longest = 480;

    /// <summary>Time to get from one appointment to the next.</summary>
    public const int Buffer = 15;
    public const int LongestBuffer = 240;

    public static int MinutesOf(AppointmentType type) => type switch
    {
        AppointmentType.InitialConsultation => 90,
        AppointmentType.Inspection => 120,
        AppointmentType.ContractSigning or AppointmentType.ProgressCheck => 45,
        AppointmentType.FinalWalkthrough => 75,
        AppointmentType.FollowUp => 30,
        _ => 60,
    };
}
