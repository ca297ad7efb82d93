using IswitchRoofs.Identity.Domain.Notifications;
using IswitchRoofs.Shared.Infrastructure.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Identity.Infrastructure.Persistence.Configurations;

internal sealed class NotificationMailConfiguration : IEntityTypeConfiguration<NotificationMail>
{
    public void Configure(EntityTypeBuilder<NotificationMail> builder)
    {
        builder.ToTable("notification_mails", table =>
            table.HasCheckConstraint("ck_notification_mails_state", "state IN ('waiting', 'queued', 'sent', 'failed', 'dropped')"));

        // Technical, as the notification itself.
        builder.IsNotAudited();
        builder.Property(m => m.Id).HasColumnName("notification_id").ValueGeneratedNever();
        builder.Property(m => m.State).HasMaxLength(10);
        builder.HasOne<Notification>().WithOne(n => n.Mail).HasForeignKey<NotificationMail>(m => m.Id).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(m => m.DueAt).HasFilter("state = 'waiting'").HasDatabaseName("ix_notification_mails_due");
        builder.HasIndex(m => m.UserId).HasFilter("state = 'waiting'").HasDatabaseName("ix_notification_mails_waiting");
        builder.HasIndex(m => m.MailId).HasFilter("mail_id IS NOT NULL").HasDatabaseName("ix_notification_mails_mail");
    }
}
