using IswitchRoofs.Leads.Domain.Assignment;

namespace IswitchRoofs.Leads.Tests.Domain;

public sealed class TrackRecordTests
{
    [Theory]
    [InlineData(0, 0, 0, 0, 50)] // nothing known
    [InlineData(1, 0, 0, 0, 52)] // 6/11 and 1/2: one won lead moves it a little
    [InlineData(30, 10, 45, 5, 77)] // 35/50 and 50/60
    [InlineData(0, 90, 0, 90, 5)]
    [InlineData(90, 0, 90, 0, 95)]
    public void Performance_is_half_what_was_won_and_half_what_was_answered_in_time(int won, int lost, int inTime, int late, int performance) =>
        new TrackRecord(won, lost, inTime, late).Performance.ShouldBe(performance);
}
