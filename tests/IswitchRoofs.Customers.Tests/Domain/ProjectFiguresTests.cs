using IswitchRoofs.Customers.Domain.Projects;

namespace IswitchRoofs.Customers.Tests.Domain;

public sealed class ProjectFiguresTests
{
    private static readonly DateOnly Day = new(2026, 3, 1);
    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("planning", 0, 1)]
    [InlineData("in_progress", 0, 1)]
    [InlineData("completed", 1000, 1)]
    [InlineData("invoiced", 1000, 1)]
    [InlineData("paid", 1000, 1)]
    [InlineData("cancelled", 0, 0)]
    public void Only_finished_work_earns_and_cancelled_work_does_not_count(string status, int earned, int counted)
    {
        var figures = ProjectFigures.Of([AFact(status, 1000)]);

        figures.LifetimeValue.ShouldBe(earned);
        figures.ProjectCount.ShouldBe(counted);
    }

    [Fact]
    public void A_project_without_a_contract_value_earns_nothing() =>
        ProjectFigures.Of([AFact("paid", null)]).LifetimeValue.ShouldBe(0);

    [Fact]
    public void A_project_in_the_trash_neither_earns_nor_counts_nor_shows_its_customer()
    {
        var fact = AFact("paid", 1000);
        fact.MarkDeleted(true, Day, At.AddMinutes(1));

        ProjectFigures.Of([fact]).ShouldSatisfyAllConditions(
            f => f.LifetimeValue.ShouldBe(0), f => f.ProjectCount.ShouldBe(0), f => f.LastProjectOn.ShouldBeNull(), f => f.Team.ShouldBeEmpty());
    }

    [Fact]
    public void An_event_older_than_what_is_known_is_ignored()
    {
        var fact = AFact("paid", 1000);

        fact.Learn(new ProjectState("completed", 5, [], null, null), Day, At.AddSeconds(-1)).ShouldBeFalse();

        fact.Status.ShouldBe("paid");
        fact.ContractValue.ShouldBe(1000);
    }

    [Fact]
    public void A_project_counts_from_its_end_or_else_from_its_later_beginning()
    {
        AFact("planning", 1).LastOn.ShouldBe(Day);
        AFact("scheduled", 1, start: Day.AddDays(20)).LastOn.ShouldBe(Day.AddDays(20));
        AFact("paid", 1, start: Day.AddDays(-40), end: Day.AddDays(-30)).LastOn.ShouldBe(Day.AddDays(-30));
    }

    private static ProjectFact AFact(string status, decimal? value, DateOnly? start = null, DateOnly? end = null)
    {
        var fact = ProjectFact.Of(Guid.CreateVersion7(), Guid.CreateVersion7());
        fact.Learn(new ProjectState(status, value, [Guid.CreateVersion7()], start, end), Day, At);
        return fact;
    }
}
