using IswitchRoofs.Leads.Domain.Stale;
using IswitchRoofs.Shared.Infrastructure.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Leads.Infrastructure.Persistence.Configurations;

internal sealed class PlannedAppointmentConfiguration : IEntityTypeConfiguration<PlannedAppointment>
{
    public void Configure(EntityTypeBuilder<PlannedAppointment> builder)
    {
        builder.ToTable("planned_appointments").IsNotAudited();
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasIndex(a => new { a.LeadId, a.StartsAt }).HasFilter("is_planned").HasDatabaseName("ix_planned_appointments_lead");
    }
}
