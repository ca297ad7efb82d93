using IswitchRoofs.Projects.Domain.Projects;
using IswitchRoofs.Shared.Infrastructure.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Projects.Infrastructure.Persistence.Configurations;

internal sealed class ProjectMoveConfiguration : IEntityTypeConfiguration<ProjectMove>
{
    public void Configure(EntityTypeBuilder<ProjectMove> builder)
    {
        builder.ToTable("project_moves");
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.FromStatus).HasMaxLength(50);
        builder.Property(m => m.ToStatus).HasMaxLength(50);
        builder.Property(m => m.Reason).HasMaxLength(1_000);
        builder.Property(m => m.MovedByName).HasMaxLength(200);
        builder.HasIndex(m => new { m.ProjectId, m.MovedAt }).HasDatabaseName("ix_project_moves_project_id");

        // The project's own entry tells of the move already.
        builder.IsNotAudited();
    }
}
