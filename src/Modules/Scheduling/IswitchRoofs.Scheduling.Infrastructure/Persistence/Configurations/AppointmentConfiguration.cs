using IswitchRoofs.Scheduling.Domain.Appointments;
using IswitchRoofs.Shared.Infrastructure.Auditing;
using IswitchRoofs.Shared.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Scheduling.Infrastructure.Persistence.Configurations;

internal sealed class AppointmentConfiguration : IEntityTypeConfiguration<Appointment>
{
    public void Configure(EntityTypeBuilder<Appointment> builder)
    {
        builder.ToTable("appointments", table =>
        {
            table.HasOneOf<AppointmentType>("appointment_type", "ck_appointments_type");
            table.HasOneOf<AppointmentStatus>("status");
            table.HasCheckConstraint("ck_appointments_duration", "duration_minutes BETWEEN 15 AND 480");
            table.HasCheckConstraint("ck_appointments_buffer", "buffer_minutes BETWEEN 0 AND 240");
            table.HasCheckConstraint("ck_appointments_times", "ends_at = starts_at + duration_minutes * interval '1 minute' AND busy_until = ends_at + buffer_minutes * interval '1 minute'");
            table.HasCheckConstraint("ck_appointments_subject", "num_nonnulls(customer_id, lead_id, project_id) > 0");
            table.HasCheckConstraint("ck_appointments_cancelled", "status <> 'cancelled' OR (cancelled_at IS NOT NULL AND cancellation_reason IS NOT NULL)");
        });
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.AppointmentType).HasMaxLength(50);
        builder.Property(a => a.Title).HasMaxLength(200);
        builder.Property(a => a.Status).HasMaxLength(50);
        builder.Property(a => a.Location).HasMaxLength(300);
        builder.Property(a => a.MeetingUrl).HasMaxLength(500);
        builder.Property(a => a.Notes).HasMaxLength(5_000);
        builder.Property(a => a.OutcomeNotes).HasMaxLength(5_000);
        builder.Property(a => a.CancellationReason).HasMaxLength(500);
        builder.PrimitiveCollection(a => a.Reminders);

        builder.Property(a => a.NextReminderAt).IsHiddenFromAudit();
        builder.HasIndex(a => a.NextReminderAt).HasFilter("next_reminder_at IS NOT NULL AND deleted_at IS NULL");
        builder.HasIndex(a => new { a.CreatedAt, a.Id }).HasFilter("deleted_at IS NULL");
        builder.HasIndex(a => new { a.StartsAt, a.Id }).HasFilter("deleted_at IS NULL");
        builder.HasIndex(a => new { a.AssignedTo, a.StartsAt, a.Id }).HasFilter("deleted_at IS NULL");
        builder.HasIndex(a => new { a.CustomerId, a.StartsAt }).HasFilter("customer_id IS NOT NULL");
        builder.HasIndex(a => new { a.LeadId, a.StartsAt }).HasFilter("lead_id IS NOT NULL");
        builder.HasIndex(a => new { a.ProjectId, a.StartsAt }).HasFilter("project_id IS NOT NULL");
    }
}
