using IswitchRoofs.Identity.Domain.Mails;
using IswitchRoofs.Shared.Infrastructure.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Identity.Infrastructure.Persistence.Configurations;

internal sealed class QueuedMailConfiguration : IEntityTypeConfiguration<QueuedMail>
{
    public void Configure(EntityTypeBuilder<QueuedMail> builder)
    {
        builder.ToTable("mails", table =>
        {
            table.HasCheckConstraint("ck_mails_state", "(next_try_at IS NOT NULL) = (sent_at IS NULL AND failed_at IS NULL) AND (sent_at IS NULL OR failed_at IS NULL)");
            table.HasCheckConstraint("ck_mails_attempts", "attempts >= 0");
        });

        // What it tells of is audited where it happened, and its body may hold a secret link.
        builder.IsNotAudited();
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Type).HasMaxLength(40);
        builder.Property(m => m.ToAddress).HasMaxLength(255);
        builder.Property(m => m.ToName).HasMaxLength(200);
        builder.Property(m => m.Subject).HasMaxLength(QueuedMail.LongestSubject);
        builder.Property(m => m.DedupeKey).HasMaxLength(200);
        builder.Property(m => m.LastError).HasMaxLength(QueuedMail.LongestError);
        builder.HasIndex(m => m.DedupeKey).IsUnique().HasDatabaseName("ux_mails_dedupe_key");
        builder.HasIndex(m => m.NextTryAt).HasFilter("next_try_at IS NOT NULL").HasDatabaseName("ix_mails_waiting");
        builder.HasIndex(m => new { m.FailedAt, m.Id }).IsDescending().HasFilter("failed_at IS NOT NULL").HasDatabaseName("ix_mails_failed");
        builder.HasIndex(m => m.SentAt).HasFilter("sent_at IS NOT NULL").HasDatabaseName("ix_mails_sent");
    }
}
