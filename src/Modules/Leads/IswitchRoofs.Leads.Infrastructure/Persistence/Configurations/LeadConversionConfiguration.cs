using IswitchRoofs.Leads.Domain.Leads;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Leads.Infrastructure.Persistence.Configurations;

internal sealed class LeadConversionConfiguration : IEntityTypeConfiguration<LeadConversion>
{
    public void Configure(EntityTypeBuilder<LeadConversion> builder)
    {
        builder.ToTable("lead_conversions", table => table.HasCheckConstraint("ck_lead_conversions_settled", "refusal IS NULL OR settled_at IS NOT NULL"));
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Email).HasMaxLength(255);

        // Fifty people may press the button at once: one conversion of a lead runs.
        builder.HasIndex(c => c.LeadId).IsUnique().HasFilter("settled_at IS NULL").HasDatabaseName("ux_lead_conversions_waiting");
        builder.HasIndex(c => new { c.LeadId, c.AskedAt, c.Id }).IsDescending(false, true, true).HasDatabaseName("ix_lead_conversions_lead");
        builder.HasIndex(c => c.ProjectId).IsUnique().HasFilter("project_id IS NOT NULL").HasDatabaseName("ux_lead_conversions_project");
    }
}
