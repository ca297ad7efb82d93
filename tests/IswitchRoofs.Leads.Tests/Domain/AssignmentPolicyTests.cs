using System.Globalization;
using IswitchRoofs.Leads.Domain.Assignment;

namespace IswitchRoofs.Leads.Tests.Domain;

public sealed class AssignmentPolicyTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Territory_counts_forty_by_the_first_five_of_the_zip()
    {
        var here = Somebody(territories: ["48009"], open: 10);

        AssignmentPolicy.Score(here, "48009-1234", "metal").Total.ShouldBe(50); // 40 territory, 0 skill, 10 performance, 0 workload
        AssignmentPolicy.Score(here, "48012", "metal").Total.ShouldBe(10);
        AssignmentPolicy.Score(here, null, "metal").Total.ShouldBe(10);
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(4, 10)]
    [InlineData(5, 5)]
    [InlineData(9, 5)]
    [InlineData(10, 0)]
    public void Workload_counts_in_steps(int open, int points) =>
        AssignmentPolicy.Score(Somebody(open: open), null, "metal").Total.ShouldBe(10 + points);

    [Theory]
    [InlineData("Standing seam METAL", "roofing_metal")]
    [InlineData("flat", "roofing_flat")]
    [InlineData("TPO membrane", "roofing_flat")]
    [InlineData("EPDM", "roofing_flat")]
    [InlineData("clay tile", "roofing_tile")]
    [InlineData("slate", "roofing_tile")]
    [InlineData("asphalt shingle", "roofing_shingle")]
    [InlineData("thatch", null)]
    [InlineData(null, null)]
    public void The_roof_tells_the_skill(string? roof, string? skill) => AssignmentPolicy.NeededSkill(roof).ShouldBe(skill);

    [Fact]
    public void A_missing_skill_costs_thirty_and_an_unknown_roof_costs_nobody()
    {
        var shingles = Somebody(skills: ["roofing_shingle"]);

        AssignmentPolicy.Score(shingles, null, "shingle").Total.ShouldBe(50);
        AssignmentPolicy.Score(shingles, null, "metal").Total.ShouldBe(20);
        AssignmentPolicy.Score(shingles, null, null).Total.ShouldBe(50);
    }

    [Theory]
    [InlineData("manager", true, "available")]
    [InlineData("field_tech", true, "available")]
    [InlineData("sales", false, "available")]
    [InlineData("sales", true, "busy")]
    [InlineData("sales", true, "in_field")]
    [InlineData("sales", true, "off_duty")]
    public void Only_active_available_sales_users_are_candidates(string role, bool active, string availability)
    {
        var person = Somebody(role: role, active: active, availability: availability);

        foreach (var strategy in Enum.GetValues<AssignmentStrategy>()) AssignmentPolicy.Choose([person], strategy, null, null).ShouldBeNull();
    }

    [Fact]
    public void Smart_takes_the_highest_score()
    {
        var near = Somebody(territories: ["48009"], open: 10);
        var idle = Somebody(open: 0);

        AssignmentPolicy.Choose([idle, near], AssignmentStrategy.Smart, "48009", null).ShouldBe(near);
        AssignmentPolicy.Choose([near, idle], AssignmentStrategy.Smart, "10001", null).ShouldBe(idle);
    }

    [Fact]
    public void Smart_breaks_a_tie_by_who_waited_longest_and_never_assigned_waited_longest()
    {
        var yesterday = Somebody(last: Now.AddDays(-1));
        var hourAgo = Somebody(last: Now.AddHours(-1));
        var never = Somebody();

        AssignmentPolicy.Choose([hourAgo, yesterday], AssignmentStrategy.Smart, null, null).ShouldBe(yesterday);
        AssignmentPolicy.Choose([yesterday, never, hourAgo], AssignmentStrategy.Smart, null, null).ShouldBe(never);
    }

    [Fact]
    public void A_full_tie_is_decided_the_same_way_on_every_host()
    {
        var a = Somebody();
        var b = Somebody();

        foreach (var strategy in (AssignmentStrategy[])[AssignmentStrategy.Smart, AssignmentStrategy.RoundRobin, AssignmentStrategy.LoadBalanced])
            AssignmentPolicy.Choose([a, b], strategy, null, null).ShouldBe(AssignmentPolicy.Choose([b, a], strategy, null, null));
    }

    [Fact]
    public void Round_robin_asks_only_who_waited_longest()
    {
        var near = Somebody(territories: ["48009"], last: Now);
        var far = Somebody(open: 10, last: Now.AddMinutes(-1));

        AssignmentPolicy.Choose([near, far], AssignmentStrategy.RoundRobin, "48009", null).ShouldBe(far);
    }

    [Fact]
    public void Load_balanced_takes_the_fewest_open_leads_then_who_waited_longest()
    {
        var light = Somebody(open: 3, last: Now);
        var lightAndWaiting = Somebody(open: 3, last: Now.AddDays(-1));
        var heavy = Somebody(open: 4);

        AssignmentPolicy.Choose([heavy, light, lightAndWaiting], AssignmentStrategy.LoadBalanced, null, null).ShouldBe(lightAndWaiting);
    }

    [Fact]
    public void Manual_chooses_nobody() => AssignmentPolicy.Choose([Somebody()], AssignmentStrategy.Manual, null, null).ShouldBeNull();

    [Fact]
    public void Nobody_free_is_nobody() => AssignmentPolicy.Choose([], AssignmentStrategy.Smart, "48009", null).ShouldBeNull();

    [Fact]
    public void An_older_event_about_a_person_changes_nothing()
    {
        var person = Somebody().Assignee;

        person.Update("Old name", "admin", false, "busy", [], [], [], Now.AddDays(-1));

        (person.Name, person.Role, person.IsActive).ShouldBe(("Somebody", "sales", true));
    }

    private static Candidate Somebody(
        string role = "sales", bool active = true, string availability = "available", string[]? territories = null, string[]? skills = null,
        int open = 0, DateTimeOffset? last = null)
    {
        var assignee = Assignee.Of(Guid.CreateVersion7());
        assignee.Update("Somebody", role, active, availability, [], territories ?? [], skills ?? [], Now);
        return new Candidate(assignee, open, last);
    }

    [Theory]
    [InlineData("2026-12-23", false)]
    [InlineData("2026-12-24", true)]
    [InlineData("2027-01-02", true)]
    [InlineData("2027-01-03", false)]
    public void Somebody_is_off_from_the_first_to_the_last_day(string day, bool isOff)
    {
        var person = Assignee.Of(Guid.CreateVersion7());
        person.TakeTimeOff(["2026-11-01/2026-11-01", "2026-12-24/2027-01-02"], DateTimeOffset.UnixEpoch);

        person.IsOffOn(DateOnly.Parse(day, CultureInfo.InvariantCulture)).ShouldBe(isOff);
    }
}
