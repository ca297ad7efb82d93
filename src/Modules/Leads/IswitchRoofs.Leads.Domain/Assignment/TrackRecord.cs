namespace IswitchRoofs.Leads.Domain.Assignment;

/// <summary>What became of the leads that somebody was given lately.</summary>
/// <param name="InTime">First answered within the target.</param>
/// <param name="Late">Answered later.</param>
public sealed record TrackRecord(int Won, int Lost, int InTime, int Late)
{
    /// <summary>As far back as it counts.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromDays(180);

    // Each half starts as if ten leads had gone half well, so that a newcomer's first lead does not decide.
    private const int Benefit = 10;

    /// <summary>0..100: half of it what was won of what is decided, half of it what was answered in time.</summary>
    public int Performance => (int)Math.Round((Share(Won, Lost) + Share(InTime, Late)) * 50, MidpointRounding.AwayFromZero);

    private static decimal Share(int well, int badly) => (well + (Benefit / 2m)) / (well + badly + Benefit);
}
