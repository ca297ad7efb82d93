using IswitchRoofs.Projects.Domain.Projects;

namespace IswitchRoofs.Projects.Tests.Domain;

public sealed class EstimateTests
{
    [Theory]
    [InlineData(ProjectType.FullReplacement, 3_001, 6, 6)]
    [InlineData(ProjectType.FullReplacement, 3_000, 4, 4)]
    [InlineData(ProjectType.FullReplacement, 1_501, 4, 4)]
    [InlineData(ProjectType.FullReplacement, 1_500, 3, 3)]
    [InlineData(ProjectType.FullReplacement, null, 3, 3)]
    [InlineData(ProjectType.Repair, 5_000, 2, 2)]
    [InlineData(ProjectType.Inspection, null, 2, 3)]
    [InlineData(ProjectType.Maintenance, null, 4, 3)]
    [InlineData(ProjectType.Emergency, null, 4, 3)]
    [InlineData(ProjectType.InsuranceClaim, 5_000, 4, 3)]
    [InlineData(ProjectType.NewConstruction, 5_000, 4, 3)]
    public void Days_and_crew_follow_P4_with_a_day_for_the_weather(ProjectType type, int? size, int days, int crew) =>
        Estimate.For(type, size).ShouldBe(new Estimate(days, crew));
}
