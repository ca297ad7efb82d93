using System.Linq.Expressions;
using IswitchRoofs.Projects.Application.Projects;
using IswitchRoofs.Projects.Domain.Projects;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Projects.Application;

internal static class ProjectsMappings
{
    /// <param name="today">Decides what is overdue.</param>
    internal static Expression<Func<Project, ProjectDetails>> ToDetails(DateOnly today) => p => new ProjectDetails
    {
        Id = p.Id.Value,
        CustomerId = p.CustomerId,
        CustomerName = p.Customer!.Name,
        Name = p.Name,
        ProjectType = WireName.Of(p.ProjectType),
        Status = WireName.Of(p.Status),
        AllowedMoves = Moves(p.Status, p.HeldFrom),
        Priority = WireName.Of(p.Priority),
        Budget = p.Budget,
        ContractValue = p.ContractValue,
        AmountPaid = p.AmountPaid,
        ActualCost = p.ActualCost,
        MaterialsCost = p.MaterialsCost,
        LaborCost = p.LaborCost,
        SubcontractorCost = p.SubcontractorCost,
        PermitCost = p.PermitCost,
        OtherCosts = p.OtherCosts,
        BudgetVariance = p.Budget - p.ActualCost,
        IsOverBudget = p.ActualCost > p.Budget,
        StartDate = p.StartDate,
        EndDate = p.EndDate,
        ActualStartDate = p.ActualStartDate,
        ActualEndDate = p.ActualEndDate,
        IsOverdue = p.EndDate < today && !Workflow.Done.Contains(p.Status),
        CompletionPercentage = p.CompletionPercentage,
        AssignedTeam = p.AssignedTeam,
        ProjectManagerId = p.ProjectManagerId,
        Address = p.Address,
        RoofSizeSqft = p.RoofSizeSqft,
        RoofMaterial = p.RoofMaterial == null ? null : WireName.Of(p.RoofMaterial.Value),
        RoofPitch = p.RoofPitch,
        Layers = p.Layers,
        InsuranceClaim = p.InsuranceClaim,
        ClaimNumber = p.ClaimNumber,
        PermitNumber = p.PermitNumber,
        PermitApproved = p.PermitApproved,
        WarrantyYears = p.WarrantyYears,
        Description = p.Description,
        Notes = p.Notes,
        CancellationReason = p.CancellationReason,
        LeadId = p.LeadId,
        SuggestedDays = Estimate.For(p.ProjectType, p.RoofSizeSqft).Days,
        SuggestedCrew = Estimate.For(p.ProjectType, p.RoofSizeSqft).Crew,
        CreatedAt = p.CreatedAt,
        UpdatedAt = p.UpdatedAt,
        CreatedBy = p.CreatedBy,
        Version = p.Version,
    };

    /// <inheritdoc cref="ToDetails"/>
    internal static Expression<Func<Project, ProjectRow>> ToRow(DateOnly today) => p => new ProjectRow
    {
        Id = p.Id.Value,
        CustomerId = p.CustomerId,
        CustomerName = p.Customer!.Name,
        Name = p.Name,
        ProjectType = WireName.Of(p.ProjectType),
        Status = WireName.Of(p.Status),
        Priority = WireName.Of(p.Priority),
        Budget = p.Budget,
        ContractValue = p.ContractValue,
        ActualCost = p.ActualCost,
        IsOverBudget = p.ActualCost > p.Budget,
        StartDate = p.StartDate,
        EndDate = p.EndDate,
        ActualEndDate = p.ActualEndDate,
        IsOverdue = p.EndDate < today && !Workflow.Done.Contains(p.Status),
        CompletionPercentage = p.CompletionPercentage,
        AssignedTeam = p.AssignedTeam,
        ProjectManagerId = p.ProjectManagerId,
        Address = p.Address,
        CreatedAt = p.CreatedAt,
        UpdatedAt = p.UpdatedAt,
    };

    private static string[] Moves(ProjectStatus status, ProjectStatus? heldFrom) => [.. Workflow.MovesFrom(status, heldFrom).Select(WireName.Of)];
}
