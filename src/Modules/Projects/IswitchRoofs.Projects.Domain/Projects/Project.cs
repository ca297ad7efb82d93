using IswitchRoofs.Projects.Domain.Customers;
using IswitchRoofs.SharedKernel.Domain;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Projects.Domain.Projects;

/// <summary>A job for a customer, from planning to payment.</summary>
public sealed class Project : AggregateRoot, ISoftDeletable
{
    /// <summary>How long the trash keeps a project.</summary>
    public static readonly TimeSpan TrashTime = TimeSpan.FromDays(30);
    private readonly List<ProjectMove> _moves = [];

    private Project()
    {
    }

    public ProjectId Id { get; private set; }
    public Guid CustomerId { get; private set; }

    /// <summary>Loaded only where its name is shown.</summary>
    public CustomerRef? Customer { get; private set; }
    public string Name { get; private set; } = "";
    public ProjectType ProjectType { get; private set; }
    public ProjectStatus Status { get; private set; } = ProjectStatus.Planning;

    /// <summary>Where a project on hold goes back to.</summary>
    public ProjectStatus? HeldFrom { get; private set; }
    public ProjectPriority Priority { get; private set; }
    public decimal? Budget { get; private set; }
    public decimal? ContractValue { get; private set; }
    public decimal? AmountPaid { get; private set; }
    public decimal ActualCost { get; private set; }
    public decimal? MaterialsCost { get; private set; }
    public decimal? LaborCost { get; private set; }
    public decimal? SubcontractorCost { get; private set; }
    public decimal? PermitCost { get; private set; }
    public decimal? OtherCosts { get; private set; }
    public DateOnly? StartDate { get; private set; }
    public DateOnly? EndDate { get; private set; }
    public DateOnly? ActualStartDate { get; private set; }
    public DateOnly? ActualEndDate { get; private set; }
    public int CompletionPercentage { get; private set; }
    public IReadOnlyList<Guid> AssignedTeam { get; private set; } = [];
    public Guid? ProjectManagerId { get; private set; }
    public string? Address { get; private set; }
    public int? RoofSizeSqft { get; private set; }
    public RoofMaterial? RoofMaterial { get; private set; }
    public string? RoofPitch { get; private set; }
    public int? Layers { get; private set; }
    public bool InsuranceClaim { get; private set; }
    public string? ClaimNumber { get; private set; }
    public string? PermitNumber { get; private set; }
    public bool PermitApproved { get; private set; }
    public int? WarrantyYears { get; private set; }
    public string? Description { get; private set; }
    public string? Notes { get; private set; }
    public string? CancellationReason { get; private set; }
    public Guid? LeadId { get; private set; }
    public Guid? CreatedBy { get; private set; }
    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>It went to the trash because its customer did, and comes back with it (C9).</summary>
    public bool DeletedWithCustomer { get; private set; }

    /// <summary>Lower-case name, address, claim and permit number; computed by the database.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>The steps added since loading.</summary>
    public IReadOnlyList<ProjectMove> Moves => _moves;

    public ProjectPlan Plan => new()
    {
        Name = Name,
        ProjectType = ProjectType,
        Priority = Priority,
        Budget = Budget,
        ContractValue = ContractValue,
        AmountPaid = AmountPaid,
        ActualCost = ActualCost,
        MaterialsCost = MaterialsCost,
        LaborCost = LaborCost,
        SubcontractorCost = SubcontractorCost,
        PermitCost = PermitCost,
        OtherCosts = OtherCosts,
        StartDate = StartDate,
        EndDate = EndDate,
        ActualStartDate = ActualStartDate,
        ActualEndDate = ActualEndDate,
        CompletionPercentage = CompletionPercentage,
        AssignedTeam = AssignedTeam,
        ProjectManagerId = ProjectManagerId,
        Address = Address,
        RoofSizeSqft = RoofSizeSqft,
        RoofMaterial = RoofMaterial,
        RoofPitch = RoofPitch,
        Layers = Layers,
        InsuranceClaim = InsuranceClaim,
        ClaimNumber = ClaimNumber,
        PermitNumber = PermitNumber,
        PermitApproved = PermitApproved,
        WarrantyYears = WarrantyYears,
        Description = Description,
        Notes = Notes,
        LeadId = LeadId,
    };

    public IReadOnlyList<ProjectStatus> AllowedMoves => Workflow.MovesFrom(Status, HeldFrom);

    public static Project Open(ProjectId id, Guid customerId, ProjectPlan plan, Mover by, DateTimeOffset now)
    {
        var project = new Project { Id = id, CustomerId = customerId, CreatedBy = by.Id, CreatedAt = now };
        project.Take(plan);
        project._moves.Add(ProjectMove.Of(id, null, ProjectStatus.Planning, null, by, now));
        project.Raise(new ProjectOpened(project, now));
        return project;
    }

    /// <summary>Replaces what people entered; saying the same again is no change.</summary>
    public Result Correct(ProjectPlan plan, DateTimeOffset now)
    {
        if (plan.SaysTheSameAs(Plan)) return Result.Success();
        if (Workflow.NeedsDates(Status) && (plan.StartDate is null || plan.EndDate is null)) return ProjectErrors.DatesNeeded(Status);
        if (plan.CompletionPercentage != 100 && Status is ProjectStatus.Completed or ProjectStatus.Invoiced or ProjectStatus.Paid)
            return ProjectErrors.CompleteAlready();
        Take(plan);
        Raise(new ProjectChanged(this, now));
        return Result.Success();
    }

    /// <summary>P1.</summary>
    public Result Move(ProjectStatus to, string? reason, Mover by, DateOnly today, DateTimeOffset now)
    {
        var allowed = AllowedMoves;
        if (!allowed.Contains(to)) return ProjectErrors.MoveNotAllowed(Status, to, allowed);
        if (Workflow.NeedsDates(to) && (StartDate is null || EndDate is null)) return ProjectErrors.DatesNeeded(to);
        if (to == ProjectStatus.Cancelled && reason is null) return ProjectErrors.ReasonNeeded();

        var from = Status;
        Status = to;
        HeldFrom = to == ProjectStatus.OnHold ? from : null;
        if (to == ProjectStatus.Cancelled) CancellationReason = reason;
        if (to == ProjectStatus.InProgress) ActualStartDate ??= today;
        if (to == ProjectStatus.Completed)
        {
            CompletionPercentage = 100;
            ActualEndDate = today;
        }

        _moves.Add(ProjectMove.Of(Id, from, to, reason, by, now));
        Raise(new ProjectMoved(this, from, to, reason, by.Id, now));
        return Result.Success();
    }

    public void Trash(bool withCustomer, DateTimeOffset now)
    {
        DeletedAt = now;
        DeletedWithCustomer = withCustomer;
        Raise(new ProjectTrashed(Id, CustomerId, now));
    }

    public Result TakeBack(DateTimeOffset now)
    {
        if (DeletedAt is not { } deletedAt) return ProjectErrors.NotInTrash(Id);
        if (now - deletedAt > TrashTime) return ProjectErrors.NotFound(Id);
        DeletedAt = null;
        DeletedWithCustomer = false;
        Raise(new ProjectReturned(Id, CustomerId, now));
        return Result.Success();
    }

    private void Take(ProjectPlan plan)
    {
        Name = plan.Name;
        ProjectType = plan.ProjectType;
        Priority = plan.Priority;
        Budget = plan.Budget;
        ContractValue = plan.ContractValue;
        AmountPaid = plan.AmountPaid;
        ActualCost = plan.SplitSum ?? plan.ActualCost;
        MaterialsCost = plan.MaterialsCost;
        LaborCost = plan.LaborCost;
        SubcontractorCost = plan.SubcontractorCost;
        PermitCost = plan.PermitCost;
        OtherCosts = plan.OtherCosts;
        StartDate = plan.StartDate;
        EndDate = plan.EndDate;
        ActualStartDate = plan.ActualStartDate;
        ActualEndDate = plan.ActualEndDate;
        CompletionPercentage = plan.CompletionPercentage;
        if (!AssignedTeam.SequenceEqual(plan.AssignedTeam)) AssignedTeam = plan.AssignedTeam;
        ProjectManagerId = plan.ProjectManagerId;
        Address = plan.Address;
        RoofSizeSqft = plan.RoofSizeSqft;
        RoofMaterial = plan.RoofMaterial;
        RoofPitch = plan.RoofPitch;
        Layers = plan.Layers;
        InsuranceClaim = plan.InsuranceClaim;
        ClaimNumber = plan.ClaimNumber;
        PermitNumber = plan.PermitNumber;
        PermitApproved = plan.PermitApproved;
        WarrantyYears = plan.WarrantyYears;
        Description = plan.Description;
        Notes = plan.Notes;
        LeadId = plan.LeadId;
    }
}
