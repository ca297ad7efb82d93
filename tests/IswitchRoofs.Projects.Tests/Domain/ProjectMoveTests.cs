using IswitchRoofs.Projects.Domain.Projects;
using IswitchRoofs.SharedKernel.Results;
using static IswitchRoofs.Projects.Domain.Projects.ProjectStatus;

namespace IswitchRoofs.Projects.Tests.Domain;

public sealed class ProjectMoveTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 15, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 6, 15);
    private static readonly Mover Somebody = new(Guid.CreateVersion7(), "Somebody");
    private static readonly ProjectStatus[] Path = [Planning, Approved, Scheduled, InProgress, ProjectStatus.Inspection, Completed, Invoiced, Paid];

    public static TheoryData<ProjectStatus, ProjectStatus[]> Allowed => new()
    {
        { Planning, [Approved, OnHold, Cancelled] },
        { Approved, [Scheduled, OnHold, Cancelled] },
        { Scheduled, [InProgress, OnHold, Cancelled] },
        { InProgress, [ProjectStatus.Inspection, OnHold, Cancelled] },
        { ProjectStatus.Inspection, [Completed, InProgress, OnHold, Cancelled] },
        { Completed, [Invoiced] },
        { Invoiced, [Paid] },
        { Paid, [] },
        { Cancelled, [] },
    };

    [Theory, MemberData(nameof(Allowed))]
    public void Exactly_the_moves_of_P1_are_allowed(ProjectStatus from, ProjectStatus[] allowed)
    {
        foreach (var to in Enum.GetValues<ProjectStatus>())
        {
            var project = AProjectIn(from);

            var moved = project.Move(to, "because", Somebody, Today, Now);

            moved.IsSuccess.ShouldBe(allowed.Contains(to), $"{from} -> {to}");
            if (moved.IsSuccess) continue;
            moved.Error!.Code.ShouldBe("projects.move_not_allowed");
            moved.Error.Kind.ShouldBe(ErrorKind.Conflict);
            moved.Error.Extensions["allowed_moves"].ShouldBeOfType<string[]>().ShouldBe([.. allowed.Select(WireName.Of)]);
            project.Status.ShouldBe(from);
        }
    }

    [Fact]
    public void A_project_on_hold_goes_back_to_where_it_was_or_is_cancelled()
    {
        foreach (var before in Path.TakeWhile(s => s != Completed))
            foreach (var to in Enum.GetValues<ProjectStatus>())
            {
                var project = AProjectIn(before);
                project.Move(OnHold, null, Somebody, Today, Now).IsSuccess.ShouldBeTrue();

                project.Move(to, "because", Somebody, Today, Now).IsSuccess.ShouldBe(to == before || to == Cancelled, $"{before} -> on_hold -> {to}");
                if (to == before) project.HeldFrom.ShouldBeNull();
            }
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void Scheduling_needs_both_dates(bool start, bool end)
    {
        var project = AProject(start ? Today : null, end ? Today : null);
        project.Move(Approved, null, Somebody, Today, Now);

        project.Move(Scheduled, null, Somebody, Today, Now).Error!.Code.ShouldBe("projects.dates_needed");
    }

    [Fact]
    public void Completing_means_a_hundred_percent_today()
    {
        var project = AProjectIn(Completed);

        project.CompletionPercentage.ShouldBe(100);
        project.ActualEndDate.ShouldBe(Today);
        project.ActualStartDate.ShouldBe(Today);
        project.Correct(project.Plan with { CompletionPercentage = 99 }, Now).Error!.Code.ShouldBe("projects.completed");
    }

    [Fact]
    public void Cancelling_needs_a_reason_and_keeps_it()
    {
        var project = AProjectIn(Approved);

        project.Move(Cancelled, null, Somebody, Today, Now).Error!.Fields.Keys.ShouldContain("reason");
        project.Move(Cancelled, "Sold the house", Somebody, Today, Now).IsSuccess.ShouldBeTrue();
        project.CancellationReason.ShouldBe("Sold the house");
    }

    [Fact]
    public void Dates_cannot_be_taken_from_a_project_in_the_calendar()
    {
        var project = AProjectIn(Scheduled);

        project.Correct(project.Plan with { EndDate = null }, Now).Error!.Code.ShouldBe("projects.dates_needed");
    }

    [Fact]
    public void Every_step_is_remembered_with_who_and_why()
    {
        var project = AProjectIn(Approved);
        project.Move(OnHold, "Waiting for the permit", Somebody, Today, Now);

        project.Moves.Select(m => (m.FromStatus, m.ToStatus)).ShouldBe([(null, Planning), (Planning, Approved), (Approved, OnHold)]);
        project.Moves[^1].ShouldSatisfyAllConditions(
            m => m.Reason.ShouldBe("Waiting for the permit"), m => m.MovedBy.ShouldBe(Somebody.Id), m => m.MovedAt.ShouldBe(Now));
        project.DomainEvents.OfType<ProjectMoved>().Count().ShouldBe(2);
    }

    private static Project AProject(DateOnly? start, DateOnly? end) =>
        Project.Open(ProjectId.New(Now), Guid.CreateVersion7(), new ProjectPlan { Name = "Roof", ProjectType = ProjectType.Repair, StartDate = start, EndDate = end }, Somebody, Now);

    private static Project AProjectIn(ProjectStatus status)
    {
        var project = AProject(Today, Today);
        if (status == Cancelled) project.Move(Cancelled, "because", Somebody, Today, Now).IsSuccess.ShouldBeTrue();
        else
            foreach (var step in Path.Skip(1).TakeWhile(s => s <= status))
                project.Move(step, null, Somebody, Today, Now).IsSuccess.ShouldBeTrue();
        project.Status.ShouldBe(status);
        return project;
    }
}
