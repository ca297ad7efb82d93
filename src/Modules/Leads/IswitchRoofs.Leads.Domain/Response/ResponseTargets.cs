using IswitchRoofs.Leads.Domain.Leads;

namespace IswitchRoofs.Leads.Domain.Response;

/// <summary>How soon a lead of each temperature is to be answered (R1), in seconds of the company's time.</summary>
public sealed record ResponseTargets(int Hot, int Warm, int Cool, int Cold)
{
    public const int Shortest = 30;
    public const int Longest = 7 * 24 * 3_600;

    public static ResponseTargets Standard { get; } = new(Hot: 120, Warm: 5 * 60, Cool: 2 * 3_600, Cold: 8 * 3_600);

    public int SecondsFor(Temperature temperature) => temperature switch
    {
        Temperature.Hot => Hot,
        Temperature.Warm => Warm,
        Temperature.Cool => Cool,
        _ => Cold,
    };
}
