using IswitchRoofs.Projects.Domain.Projects;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Projects.Application.Projects;

/// <summary>The field rules, the same for every way in.</summary>
internal static class ProjectInput
{
    private const int LargestTeam = 50;

    internal static ProjectPlan Read(ProjectFields fields, Validation check)
    {
        var plan = new ProjectPlan
        {
            Name = check.Text("name", fields.Name, 200, min: 1, required: true) ?? "",
            ProjectType = check.Enum<ProjectType>("project_type", fields.ProjectType, required: true) ?? default,
            Priority = check.Enum<ProjectPriority>("priority", fields.Priority) ?? ProjectPriority.Medium,
            Budget = check.Money("budget", fields.Budget),
            ContractValue = check.Money("contract_value", fields.ContractValue),
            AmountPaid = check.Money("amount_paid", fields.AmountPaid),
            ActualCost = check.Money("actual_cost", fields.ActualCost) ?? 0,
            MaterialsCost = check.Money("materials_cost", fields.MaterialsCost),
            LaborCost = check.Money("labor_cost", fields.LaborCost),
            SubcontractorCost = check.Money("subcontractor_cost", fields.SubcontractorCost),
            PermitCost = check.Money("permit_cost", fields.PermitCost),
            OtherCosts = check.Money("other_costs", fields.OtherCosts),
            StartDate = fields.StartDate,
            EndDate = fields.EndDate,
            ActualStartDate = fields.ActualStartDate,
            ActualEndDate = fields.ActualEndDate,
            CompletionPercentage = check.Range("completion_percentage", fields.CompletionPercentage, 0, 100) ?? 0,
            AssignedTeam = [.. (fields.AssignedTeam ?? []).Distinct()],
            ProjectManagerId = fields.ProjectManagerId,
            Address = check.Text("address", fields.Address, 500),
            RoofSizeSqft = check.Range("roof_size_sqft", fields.RoofSizeSqft, 1, 10_000_000),
            RoofMaterial = check.Enum<RoofMaterial>("roof_material", fields.RoofMaterial),
            RoofPitch = check.Text("roof_pitch", fields.RoofPitch, 20),
            Layers = check.Range("layers", fields.Layers, 1, 5),
            InsuranceClaim = fields.InsuranceClaim ?? false,
            ClaimNumber = check.Text("claim_number", fields.ClaimNumber, 100),
            PermitNumber = check.Text("permit_number", fields.PermitNumber, 100),
            PermitApproved = fields.PermitApproved ?? false,
            WarrantyYears = check.Range("warranty_years", fields.WarrantyYears, 0, 50),
            Description = check.Text("description", fields.Description, 10_000),
            Notes = check.Text("notes", fields.Notes, 10_000),
            LeadId = fields.LeadId,
        };
        if (plan.EndDate < plan.StartDate) check.Add("end_date", "must not lie before start_date.");
        if (plan.ActualEndDate < plan.ActualStartDate) check.Add("actual_end_date", "must not lie before actual_start_date.");
        if (plan.AssignedTeam.Count > LargestTeam) check.Add("assigned_team", $"must name at most {LargestTeam} people.");
        if (!check.Failed && plan.SplitSum is { } sum)
        {
            if (fields.ActualCost is { } given && given != sum) check.Add("actual_cost", "is the sum of the cost split: leave it out or send the sum.");
            check.Money("actual_cost", sum);
        }

        return plan;
    }

    internal static ProjectFields FieldsOf(Project project) => new()
    {
        CustomerId = project.CustomerId,
        Name = project.Name,
        ProjectType = WireName.Of(project.ProjectType),
        Priority = WireName.Of(project.Priority),
        Budget = project.Budget,
        ContractValue = project.ContractValue,
        AmountPaid = project.AmountPaid,
        ActualCost = project.ActualCost,
        MaterialsCost = project.MaterialsCost,
        LaborCost = project.LaborCost,
        SubcontractorCost = project.SubcontractorCost,
        PermitCost = project.PermitCost,
        OtherCosts = project.OtherCosts,
        StartDate = project.StartDate,
        EndDate = project.EndDate,
        ActualStartDate = project.ActualStartDate,
        ActualEndDate = project.ActualEndDate,
        CompletionPercentage = project.CompletionPercentage,
        AssignedTeam = project.AssignedTeam,
        ProjectManagerId = project.ProjectManagerId,
        Address = project.Address,
        RoofSizeSqft = project.RoofSizeSqft,
        RoofMaterial = project.RoofMaterial is { } material ? WireName.Of(material) : null,
        RoofPitch = project.RoofPitch,
        Layers = project.Layers,
        InsuranceClaim = project.InsuranceClaim,
        ClaimNumber = project.ClaimNumber,
        PermitNumber = project.PermitNumber,
        PermitApproved = project.PermitApproved,
        WarrantyYears = project.WarrantyYears,
        Description = project.Description,
        Notes = project.Notes,
        LeadId = project.LeadId,
    };
}
