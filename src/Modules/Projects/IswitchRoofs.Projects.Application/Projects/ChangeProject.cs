using IswitchRoofs.Projects.Domain.Projects;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Patching;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Projects.Application.Projects;

/// <summary>A merge patch: absent fields stay, null clears. The status moves by <see cref="MoveProject"/>.</summary>
public sealed record ChangeProject(Guid Id, ProjectPatch Fields, uint? IfVersion = null);

public sealed record ProjectPatch
{
    public Optional<Guid?> CustomerId { get; init; }
    public Optional<string?> Name { get; init; }
    public Optional<string?> ProjectType { get; init; }
    public Optional<string?> Priority { get; init; }
    public Optional<decimal?> Budget { get; init; }
    public Optional<decimal?> ContractValue { get; init; }
    public Optional<decimal?> AmountPaid { get; init; }
    public Optional<decimal?> ActualCost { get; init; }
    public Optional<decimal?> MaterialsCost { get; init; }
    public Optional<decimal?> LaborCost { get; init; }
    public Optional<decimal?> SubcontractorCost { get; init; }
    public Optional<decimal?> PermitCost { get; init; }
    public Optional<decimal?> OtherCosts { get; init; }
    public Optional<DateOnly?> StartDate { get; init; }
    public Optional<DateOnly?> EndDate { get; init; }
    public Optional<DateOnly?> ActualStartDate { get; init; }
    public Optional<DateOnly?> ActualEndDate { get; init; }
    public Optional<int?> CompletionPercentage { get; init; }
    public Optional<IReadOnlyList<Guid>?> AssignedTeam { get; init; }
    public Optional<Guid?> ProjectManagerId { get; init; }
    public Optional<string?> Address { get; init; }
    public Optional<int?> RoofSizeSqft { get; init; }
    public Optional<string?> RoofMaterial { get; init; }
    public Optional<string?> RoofPitch { get; init; }
    public Optional<int?> Layers { get; init; }
    public Optional<bool?> InsuranceClaim { get; init; }
    public Optional<string?> ClaimNumber { get; init; }
    public Optional<string?> PermitNumber { get; init; }
    public Optional<bool?> PermitApproved { get; init; }
    public Optional<int?> WarrantyYears { get; init; }
    public Optional<string?> Description { get; init; }
    public Optional<string?> Notes { get; init; }
    public Optional<Guid?> LeadId { get; init; }

    /// <summary>What a field technician may not touch (product.md, roles).</summary>
    internal IReadOnlyList<string> OfficeFields =>
    [
        .. new (string Name, bool IsSet)[]
        {
            ("customer_id", CustomerId.IsSet),
            ("name", Name.IsSet),
            ("project_type", ProjectType.IsSet),
            ("priority", Priority.IsSet),
            ("budget", Budget.IsSet),
            ("contract_value", ContractValue.IsSet),
            ("amount_paid", AmountPaid.IsSet),
            ("actual_cost", ActualCost.IsSet),
            ("materials_cost", MaterialsCost.IsSet),
            ("labor_cost", LaborCost.IsSet),
            ("subcontractor_cost", SubcontractorCost.IsSet),
            ("permit_cost", PermitCost.IsSet),
            ("other_costs", OtherCosts.IsSet),
            ("start_date", StartDate.IsSet),
            ("end_date", EndDate.IsSet),
            ("actual_start_date", ActualStartDate.IsSet),
            ("actual_end_date", ActualEndDate.IsSet),
            ("assigned_team", AssignedTeam.IsSet),
            ("project_manager_id", ProjectManagerId.IsSet),
            ("address", Address.IsSet),
            ("roof_size_sqft", RoofSizeSqft.IsSet),
            ("roof_material", RoofMaterial.IsSet),
            ("roof_pitch", RoofPitch.IsSet),
            ("layers", Layers.IsSet),
            ("insurance_claim", InsuranceClaim.IsSet),
            ("claim_number", ClaimNumber.IsSet),
            ("permit_number", PermitNumber.IsSet),
            ("permit_approved", PermitApproved.IsSet),
            ("warranty_years", WarrantyYears.IsSet),
            ("description", Description.IsSet),
            ("lead_id", LeadId.IsSet),
        }.Where(f => f.IsSet).Select(f => f.Name),
    ];

    internal ProjectFields Over(ProjectFields current)
    {
        var fields = new ProjectFields
        {
            CustomerId = CustomerId.Or(current.CustomerId),
            Name = Name.Or(current.Name),
            ProjectType = ProjectType.Or(current.ProjectType),
            Priority = Priority.Or(current.Priority),
            Budget = Budget.Or(current.Budget),
            ContractValue = ContractValue.Or(current.ContractValue),
            AmountPaid = AmountPaid.Or(current.AmountPaid),
            ActualCost = ActualCost.Or(current.ActualCost),
            MaterialsCost = MaterialsCost.Or(current.MaterialsCost),
            LaborCost = LaborCost.Or(current.LaborCost),
            SubcontractorCost = SubcontractorCost.Or(current.SubcontractorCost),
            PermitCost = PermitCost.Or(current.PermitCost),
            OtherCosts = OtherCosts.Or(current.OtherCosts),
            StartDate = StartDate.Or(current.StartDate),
            EndDate = EndDate.Or(current.EndDate),
            ActualStartDate = ActualStartDate.Or(current.ActualStartDate),
            ActualEndDate = ActualEndDate.Or(current.ActualEndDate),
            CompletionPercentage = CompletionPercentage.Or(current.CompletionPercentage),
            AssignedTeam = AssignedTeam.Or(current.AssignedTeam),
            ProjectManagerId = ProjectManagerId.Or(current.ProjectManagerId),
            Address = Address.Or(current.Address),
            RoofSizeSqft = RoofSizeSqft.Or(current.RoofSizeSqft),
            RoofMaterial = RoofMaterial.Or(current.RoofMaterial),
            RoofPitch = RoofPitch.Or(current.RoofPitch),
            Layers = Layers.Or(current.Layers),
            InsuranceClaim = InsuranceClaim.Or(current.InsuranceClaim),
            ClaimNumber = ClaimNumber.Or(current.ClaimNumber),
            PermitNumber = PermitNumber.Or(current.PermitNumber),
            PermitApproved = PermitApproved.Or(current.PermitApproved),
            WarrantyYears = WarrantyYears.Or(current.WarrantyYears),
            Description = Description.Or(current.Description),
            Notes = Notes.Or(current.Notes),
            LeadId = LeadId.Or(current.LeadId),
        };

        // The sum follows its parts unless the patch names it too.
        var isSplit = (fields.MaterialsCost ?? fields.LaborCost ?? fields.SubcontractorCost ?? fields.PermitCost ?? fields.OtherCosts) is not null;
        return isSplit && !ActualCost.IsSet ? fields with { ActualCost = null } : fields;
    }
}

public sealed class ChangeProjectHandler(IRepository<Project> projects, ICurrentUser user, ICompanyClock clock) : IUseCase
{
    public async Task<Result<ProjectDetails>> HandleAsync(ChangeProject command, CancellationToken ct)
    {
        var scope = user.WorkScopeOf();
        if (scope.IsFailure) return scope.Error;
        var id = ProjectId.From(command.Id);
        var project = await projects.FirstOrDefaultAsync(new ProjectToWorkOn(id, scope.Value), ct);
        if (project is null) return ProjectErrors.NotFound(id);
        if (!user.Has(ProjectsPermissions.Write) && command.Fields.OfficeFields is { Count: > 0 } forbidden) return ProjectErrors.FieldsNotYours(forbidden);
        return await Correction.ApplyAsync(projects, project, command.IfVersion, command.Fields.Over(ProjectInput.FieldsOf(project)), clock, ct);
    }
}
