namespace IswitchRoofs.Projects.Domain.Projects;

/// <summary>How long and with how many people, offered when a project is opened (P4).</summary>
public sealed record Estimate(int Days, int Crew)
{
    private const int WeatherDays = 1;

    public static Estimate For(ProjectType type, int? roofSizeSqft) => new(
        WeatherDays + type switch
        {
            ProjectType.FullReplacement => roofSizeSqft switch { > 3_000 => 5, > 1_500 => 3, _ => 2 },
            ProjectType.Repair or ProjectType.Inspection => 1,
            _ => 3,
        },
        type switch
        {
            ProjectType.FullReplacement => roofSizeSqft switch { > 3_000 => 6, > 1_500 => 4, _ => 3 },
            ProjectType.Repair => 2,
            _ => 3,
        });
}
