using IswitchRoofs.Projects.Domain.Customers;
using IswitchRoofs.Projects.Domain.Projects;
using IswitchRoofs.Projects.Infrastructure.Persistence;
using IswitchRoofs.Shared.Application;
using Microsoft.EntityFrameworkCore;

namespace IswitchRoofs.Projects.Infrastructure.Demo;

/// <summary>Thirty projects of the past year in every status, with costs, delays and a few over budget.</summary>
internal sealed class DemoProjects(ProjectsDbContext db, ICompanyClock clock) : IDemoDataSeeder
{
    private static readonly Mover Manager = new(DemoPeople.Manager, "Maria Kowalski");

    private static readonly ProjectStatus[] Path =
    [
        ProjectStatus.Planning, ProjectStatus.Approved, ProjectStatus.Scheduled, ProjectStatus.InProgress, ProjectStatus.Inspection,
        ProjectStatus.Completed, ProjectStatus.Invoiced, ProjectStatus.Paid,
    ];

    // Customer, type, status, days from its opening until today, roof size, contract value, actual cost in per cent of the budget.
    private static readonly Job[] Jobs =
    [
        new(1, ProjectType.FullReplacement, ProjectStatus.Paid, 338, 3_400, 31_800, 92),
        new(2, ProjectType.Repair, ProjectStatus.Paid, 322, 2_100, 2_450, 104),
        new(3, ProjectType.FullReplacement, ProjectStatus.Paid, 309, 8_800, 88_500, 95),
        new(5, ProjectType.InsuranceClaim, ProjectStatus.Paid, 296, 2_600, 18_900, 89),
        new(7, ProjectType.NewConstruction, ProjectStatus.Paid, 281, 9_600, 104_000, 97),
        new(4, ProjectType.Repair, ProjectStatus.Paid, 268, 1_900, 3_150, 81),
        new(8, ProjectType.FullReplacement, ProjectStatus.Paid, 252, 2_900, 24_300, 93),
        new(11, ProjectType.Maintenance, ProjectStatus.Paid, 238, 7_400, 9_800, 76),
        new(1, ProjectType.Repair, ProjectStatus.Paid, 220, 3_400, 4_200, 90),
        new(9, ProjectType.FullReplacement, ProjectStatus.Paid, 203, 2_450, 19_750, 112),
        new(12, ProjectType.Emergency, ProjectStatus.Paid, 188, 2_050, 5_600, 98),
        new(16, ProjectType.FullReplacement, ProjectStatus.Paid, 170, 6_900, 61_200, 91),
        new(13, ProjectType.Inspection, ProjectStatus.Paid, 152, 2_300, 450, 60),
        new(14, ProjectType.FullReplacement, ProjectStatus.Paid, 133, 3_150, 27_900, 94),
        new(3, ProjectType.Maintenance, ProjectStatus.Invoiced, 96, 8_800, 12_400, 85),
        new(17, ProjectType.InsuranceClaim, ProjectStatus.Invoiced, 78, 2_750, 21_600, 96),
        new(20, ProjectType.FullReplacement, ProjectStatus.Invoiced, 66, 1_980, 15_400, 88),
        new(18, ProjectType.Repair, ProjectStatus.Completed, 45, 2_200, 3_900, 107),
        new(23, ProjectType.FullReplacement, ProjectStatus.Completed, 38, 2_840, 23_700, 92),
        new(6, ProjectType.FullReplacement, ProjectStatus.Inspection, 30, 3_300, 29_400, 90),
        new(26, ProjectType.Repair, ProjectStatus.InProgress, 26, 6_300, 7_300, 101),
        new(15, ProjectType.FullReplacement, ProjectStatus.InProgress, 18, 2_600, 22_100, 48),
        new(21, ProjectType.Maintenance, ProjectStatus.InProgress, 19, 12_000, 38_600, 44),
        new(29, ProjectType.FullReplacement, ProjectStatus.Scheduled, 14, 2_350, 18_200, 0),
        new(31, ProjectType.FullReplacement, ProjectStatus.Scheduled, 11, 9_200, 79_800, 0),
        new(33, ProjectType.Repair, ProjectStatus.Approved, 8, 1_750, 2_900, 0),
        new(24, ProjectType.NewConstruction, ProjectStatus.Approved, 7, 3_600, 41_500, 0),
        new(36, ProjectType.Inspection, ProjectStatus.Planning, 4, 7_100, 900, 0),
        new(28, ProjectType.InsuranceClaim, ProjectStatus.OnHold, 34, 2_500, 17_700, 12),
        new(10, ProjectType.FullReplacement, ProjectStatus.Cancelled, 120, 2_700, 22_800, 0),
    ];

    public int Order => 40;

    public async Task SeedAsync(CancellationToken ct)
    {
        var first = ProjectId.From(DemoPeople.Project(1));
        if (await db.Projects.IgnoreQueryFilters().AnyAsync(p => p.Id == first, ct)) return;

        // The news of the demo customers may still be on its way; when it comes it finds them known.
        var known = await db.CustomerRefs.Select(c => c.CustomerId).ToListAsync(ct);
        foreach (var number in Jobs.Select(j => j.Customer).Distinct().Where(n => !known.Contains(DemoPeople.Customer(n))))
        {
            var customer = CustomerRef.Of(DemoPeople.Customer(number));
            customer.Rename(DemoPeople.CustomerName(number), DateTimeOffset.UnixEpoch);
            db.CustomerRefs.Add(customer);
        }

        for (var i = 0; i < Jobs.Length; i++) db.Projects.Add(Make(i + 1, Jobs[i]));
        await db.SaveChangesAsync(ct);
    }

    private Project Make(int number, Job job)
    {
        var opened = clock.Today.AddDays(-job.DaysAgo);
        var estimate = Estimate.For(job.Type, job.Size);
        var furthest = job.Status switch
        {
            ProjectStatus.OnHold => ProjectStatus.Approved,
            ProjectStatus.Cancelled => ProjectStatus.Approved,
            var status => status,
        };
        var start = furthest == ProjectStatus.Scheduled ? clock.Today.AddDays(3 + (number % 5)) : opened.AddDays(14);
        var end = start.AddDays(estimate.Days - 1);
        var budget = Math.Round(job.ContractValue * 0.72m, 2);
        var spent = Math.Round(budget * job.SpentPercent / 100, 2);
        var project = Project.Open(ProjectId.From(DemoPeople.Project(number)), DemoPeople.Customer(job.Customer), new ProjectPlan
        {
            Name = $"{Title(job.Type)}, {DemoPeople.CustomerName(job.Customer)}",
            ProjectType = job.Type,
            Priority = job.Type == ProjectType.Emergency ? ProjectPriority.Urgent : job.ContractValue > 50_000 ? ProjectPriority.High : ProjectPriority.Medium,
            Budget = budget,
            ContractValue = job.ContractValue,
            AmountPaid = job.Status switch { ProjectStatus.Paid => job.ContractValue, >= ProjectStatus.InProgress and <= ProjectStatus.Invoiced => Math.Round(job.ContractValue / 2, 2), _ => null },
            MaterialsCost = spent == 0 ? null : Math.Round(spent * 0.46m, 2),
            LaborCost = spent == 0 ? null : Math.Round(spent * 0.38m, 2),
            SubcontractorCost = spent == 0 ? null : Math.Round(spent * 0.09m, 2),
            PermitCost = spent == 0 ? null : Math.Round(spent * 0.02m, 2),
            OtherCosts = spent == 0 ? null : Math.Round(spent * 0.05m, 2),
            StartDate = furthest >= ProjectStatus.Scheduled ? start : null,
            EndDate = furthest >= ProjectStatus.Scheduled ? end : null,
            CompletionPercentage = job.Status switch { ProjectStatus.InProgress => 45, ProjectStatus.Inspection => 95, _ => 0 },
            AssignedTeam = furthest >= ProjectStatus.Scheduled ? [DemoPeople.Tech] : [],
            ProjectManagerId = DemoPeople.Manager,
            RoofSizeSqft = job.Size,
            RoofMaterial = job.Size > 6_000 ? RoofMaterial.Tpo : number % 5 == 0 ? RoofMaterial.Metal : RoofMaterial.AsphaltShingles,
            RoofPitch = job.Size > 6_000 ? "1/12" : "6/12",
            Layers = 1 + (number % 2),
            InsuranceClaim = job.Type == ProjectType.InsuranceClaim,
            ClaimNumber = job.Type == ProjectType.InsuranceClaim ? $"CLM-{2_600_000 + (number * 4_217)}" : null,
            PermitNumber = job.ContractValue > 10_000 ? $"BP-{24_100 + (number * 37)}" : null,
            PermitApproved = furthest >= ProjectStatus.Scheduled,
            WarrantyYears = job.Type is ProjectType.FullReplacement or ProjectType.NewConstruction ? 25 : 5,
        }, Manager, At(opened, 9));

        foreach (var step in Path.Skip(1).TakeWhile(s => s <= furthest)) Move(project, step, null, DayOf(step, opened, start, end));
        if (job.Status == ProjectStatus.OnHold) Move(project, ProjectStatus.OnHold, "Waiting for the insurance adjuster", opened.AddDays(12));
        if (job.Status == ProjectStatus.Cancelled) Move(project, ProjectStatus.Cancelled, "The owners decided to sell the house", opened.AddDays(16));
        return project;
    }

    private void Move(Project project, ProjectStatus to, string? reason, DateOnly day)
    {
        // Later steps must not lie ahead of the clock, nor all at one hour.
        var at = At(day, 9 + (int)to);
        var now = at > clock.Now ? clock.Now : at;
        var moved = project.Move(to, reason, Manager, clock.DayOf(now), now);
        if (moved.IsFailure) throw new InvalidOperationException($"Demo project {project.Name}: {moved.Error.Detail}");
    }

    private static DateOnly DayOf(ProjectStatus step, DateOnly opened, DateOnly start, DateOnly end) => step switch
    {
        ProjectStatus.Approved => opened.AddDays(3),
        ProjectStatus.Scheduled => opened.AddDays(5),
        ProjectStatus.InProgress => start,
        ProjectStatus.Inspection => end,
        ProjectStatus.Completed => end.AddDays(1),
        ProjectStatus.Invoiced => end.AddDays(3),
        _ => end.AddDays(21),
    };

    private DateTimeOffset At(DateOnly day, int hour) => clock.At(day, new TimeOnly(hour, 0));

    private static string Title(ProjectType type) => type switch
    {
        ProjectType.FullReplacement => "Roof replacement",
        ProjectType.Repair => "Roof repair",
        ProjectType.Inspection => "Roof inspection",
        ProjectType.Maintenance => "Roof maintenance",
        ProjectType.Emergency => "Emergency tarp and repair",
        ProjectType.InsuranceClaim => "Hail damage claim",
        _ => "New roof",
    };

    private sealed record Job(int Customer, ProjectType Type, ProjectStatus Status, int DaysAgo, int Size, decimal ContractValue, decimal SpentPercent);
}
