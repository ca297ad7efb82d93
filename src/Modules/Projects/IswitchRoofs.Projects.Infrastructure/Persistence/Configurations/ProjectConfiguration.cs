using IswitchRoofs.Projects.Domain.Projects;
using IswitchRoofs.Shared.Infrastructure.Auditing;
using IswitchRoofs.Shared.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Projects.Infrastructure.Persistence.Configurations;

internal sealed class ProjectConfiguration : IEntityTypeConfiguration<Project>
{
    // Only immutable functions may compute a stored column.
    private const string SearchText =
        "lower(name || ' ' || coalesce(address, '') || ' ' || coalesce(claim_number, '') || ' ' || coalesce(permit_number, ''))";

    public void Configure(EntityTypeBuilder<Project> builder)
    {
        builder.ToTable("projects", table =>
        {
            table.HasCheckConstraint("ck_projects_name", "char_length(name) >= 1");
            table.HasOneOf<ProjectType>("project_type");
            table.HasOneOf<ProjectStatus>("status");
            table.HasCheckConstraint("ck_projects_held_from", "(status = 'on_hold') = (held_from IS NOT NULL)");
            table.HasOneOf<ProjectPriority>("priority");
            table.HasOneOf<RoofMaterial>("roof_material");
            table.HasCheckConstraint("ck_projects_dates", "end_date >= start_date");
            table.HasCheckConstraint("ck_projects_actual_dates", "actual_end_date >= actual_start_date");
            table.HasCheckConstraint("ck_projects_dates_needed", "status NOT IN ('scheduled', 'in_progress', 'inspection') OR (start_date IS NOT NULL AND end_date IS NOT NULL)");
            table.HasCheckConstraint("ck_projects_completion_percentage", "completion_percentage BETWEEN 0 AND 100");
            table.HasCheckConstraint("ck_projects_completed", "status NOT IN ('completed', 'invoiced', 'paid') OR completion_percentage = 100");
            table.HasCheckConstraint("ck_projects_cancelled", "status <> 'cancelled' OR cancellation_reason IS NOT NULL");
            table.HasCheckConstraint("ck_projects_layers", "layers BETWEEN 1 AND 5");
            table.HasCheckConstraint("ck_projects_warranty_years", "warranty_years BETWEEN 0 AND 50");
            table.HasCheckConstraint("ck_projects_roof_size_sqft", "roof_size_sqft > 0");
            table.HasCheckConstraint("ck_projects_money",
                "budget >= 0 AND contract_value >= 0 AND amount_paid >= 0 AND actual_cost >= 0 AND materials_cost >= 0 AND labor_cost >= 0 "
                + "AND subcontractor_cost >= 0 AND permit_cost >= 0 AND other_costs >= 0");
        });
        builder.HasKey(p => p.Id);
        builder.Ignore(p => p.Plan).Ignore(p => p.AllowedMoves);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Name).HasMaxLength(200);
        builder.Property(p => p.ProjectType).HasMaxLength(100);
        builder.Property(p => p.Status).HasMaxLength(50).HasDefaultValueSql("'planning'").ValueGeneratedNever();
        builder.Property(p => p.HeldFrom).HasMaxLength(50);
        builder.Property(p => p.Priority).HasMaxLength(20);
        builder.Property(p => p.ActualCost).HasDefaultValue(0m);
        builder.Property(p => p.CompletionPercentage).HasDefaultValue(0);
        builder.Property(p => p.Address).HasMaxLength(500);
        builder.Property(p => p.RoofMaterial).HasMaxLength(50);
        builder.Property(p => p.RoofPitch).HasMaxLength(20);
        builder.Property(p => p.ClaimNumber).HasMaxLength(100);
        builder.Property(p => p.PermitNumber).HasMaxLength(100);
        builder.Property(p => p.Description).HasMaxLength(10_000);
        builder.Property(p => p.Notes).HasMaxLength(10_000);
        builder.Property(p => p.CancellationReason).HasMaxLength(1_000);
        builder.Property(p => p.DeletedWithCustomer).IsHiddenFromAudit();
        builder.Property(p => p.SearchText).HasComputedColumnSql(SearchText, stored: true);
        builder.HasOne(p => p.Customer).WithMany().HasForeignKey(p => p.CustomerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.Moves).WithOne().HasForeignKey(m => m.ProjectId).OnDelete(DeleteBehavior.Cascade);

        builder.HasIndex(p => new { p.CustomerId, p.CreatedAt, p.Id }).HasDatabaseName("ix_projects_customer_id");
        builder.HasIndex(p => new { p.CreatedAt, p.Id }).HasDatabaseName("ix_projects_created_at");
        builder.HasIndex(p => new { p.Status, p.CreatedAt, p.Id }).HasDatabaseName("ix_projects_status");
        builder.HasIndex(p => new { p.StartDate, p.EndDate }).HasDatabaseName("ix_projects_dates");
        builder.HasIndex(p => p.AssignedTeam).HasMethod("gin").HasDatabaseName("ix_projects_assigned_team");
        builder.HasIndex(p => p.SearchText).HasMethod("gin").HasOperators("gin_trgm_ops")
            .HasStorageParameter("fastupdate", false).HasDatabaseName("ix_projects_search_text");
    }
}
