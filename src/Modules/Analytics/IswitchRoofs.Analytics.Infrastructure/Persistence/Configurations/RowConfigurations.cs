using IswitchRoofs.Analytics.Infrastructure.Persistence.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Analytics.Infrastructure.Persistence.Configurations;

internal sealed class EventLogEntryConfiguration : IEntityTypeConfiguration<EventLogEntry>
{
    public void Configure(EntityTypeBuilder<EventLogEntry> builder)
    {
        builder.ToTable("event_log");
        builder.HasKey(e => e.EventId);
        builder.Property(e => e.EventId).ValueGeneratedNever();
        builder.Property(e => e.Position).UseIdentityAlwaysColumn();
        builder.Property(e => e.Payload).HasColumnType("jsonb");
        builder.HasIndex(e => e.Position).IsUnique().HasDatabaseName("ux_event_log_position");
    }
}

internal sealed class LeadFactConfiguration : IEntityTypeConfiguration<LeadFactRow>
{
    public void Configure(EntityTypeBuilder<LeadFactRow> builder)
    {
        builder.ToTable("lead_facts");
        builder.HasKey(f => f.LeadId);
        builder.Property(f => f.LeadId).ValueGeneratedNever();
        builder.HasIndex(f => f.CapturedDay);
    }
}

internal sealed class ProjectFactConfiguration : IEntityTypeConfiguration<ProjectFactRow>
{
    public void Configure(EntityTypeBuilder<ProjectFactRow> builder)
    {
        builder.ToTable("project_facts");
        builder.HasKey(f => f.ProjectId);
        builder.Property(f => f.ProjectId).ValueGeneratedNever();
        builder.HasIndex(f => f.CompletedOn).HasFilter("completed_on IS NOT NULL AND NOT is_deleted");
        builder.HasIndex(f => f.Status).HasFilter("completed_on IS NULL AND NOT is_deleted");
    }
}

internal sealed class AppointmentFactConfiguration : IEntityTypeConfiguration<AppointmentFactRow>
{
    public void Configure(EntityTypeBuilder<AppointmentFactRow> builder)
    {
        builder.ToTable("appointment_facts");
        builder.HasKey(f => f.AppointmentId);
        builder.Property(f => f.AppointmentId).ValueGeneratedNever();
        builder.HasIndex(f => new { f.StartsOn, f.Status }).HasFilter("NOT is_deleted");
    }
}

internal sealed class LeadDayConfiguration : IEntityTypeConfiguration<LeadDayRow>
{
    public void Configure(EntityTypeBuilder<LeadDayRow> builder)
    {
        builder.ToTable("lead_daily");
        builder.HasKey(d => new { d.Day, d.Dimension, d.Value });
        builder.Property(d => d.ValueSum).HasPrecision(18, 2);
        builder.HasIndex(d => d.Value).HasFilter("dimension = 'status'").IncludeProperties(d => new { d.Leads, d.ValueSum }).HasDatabaseName("ix_lead_daily_status");
    }
}

internal sealed class FactChangeMarkConfiguration : IEntityTypeConfiguration<FactChangeMark>
{
    public void Configure(EntityTypeBuilder<FactChangeMark> builder)
    {
        builder.ToTable("fact_changes");
        builder.HasKey(m => m.Position);
        builder.Property(m => m.Position).UseIdentityAlwaysColumn();
    }
}
