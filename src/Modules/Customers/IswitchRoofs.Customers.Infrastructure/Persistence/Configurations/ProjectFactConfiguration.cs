using IswitchRoofs.Customers.Domain.Projects;
using IswitchRoofs.Shared.Infrastructure.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Customers.Infrastructure.Persistence.Configurations;

internal sealed class ProjectFactConfiguration : IEntityTypeConfiguration<ProjectFact>
{
    public void Configure(EntityTypeBuilder<ProjectFact> builder)
    {
        builder.ToTable("project_facts");
        builder.HasKey(f => f.ProjectId);
        builder.Property(f => f.ProjectId).ValueGeneratedNever();
        builder.Property(f => f.Status).HasMaxLength(50);
        builder.Ignore(f => f.Counts).Ignore(f => f.EarnedValue).Ignore(f => f.LastOn);
        builder.HasIndex(f => f.CustomerId).HasDatabaseName("ix_project_facts_customer_id");
        builder.IsNotAudited();
    }
}
