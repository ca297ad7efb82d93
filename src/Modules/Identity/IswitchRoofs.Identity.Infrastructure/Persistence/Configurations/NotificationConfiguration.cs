using IswitchRoofs.Identity.Domain.Notifications;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Infrastructure.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Identity.Infrastructure.Persistence.Configurations;

internal sealed class NotificationConfiguration : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.ToTable("notifications", table =>
            table.HasCheckConstraint("ck_notifications_priority", "priority IN ('urgent', 'high', 'normal', 'low')"));

        // Each follows from a change that is audited where it happened.
        builder.IsNotAudited();
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Type).HasMaxLength(40);
        builder.Property(n => n.Priority).HasMaxLength(10);
        builder.Property(n => n.Title).HasMaxLength(Notification.LongestTitle);
        builder.Property(n => n.EntityType).HasMaxLength(40);
        builder.Property(n => n.InApp).HasDefaultValue(true).HasSentinel(true);
        builder.HasOne<User>().WithMany().HasForeignKey(n => n.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(n => new { n.UserId, n.CreatedAt, n.Id }).IsDescending(false, true, true).HasDatabaseName("ix_notifications_user");
        builder.HasIndex(n => n.UserId).HasFilter("read_at IS NULL").HasDatabaseName("ix_notifications_unread");
    }
}
