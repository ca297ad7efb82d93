using IswitchRoofs.Identity.Domain.Notifications;
using IswitchRoofs.Identity.Domain.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Identity.Infrastructure.Persistence.Configurations;

internal sealed class NotificationPreferencesConfiguration : IEntityTypeConfiguration<NotificationPreferences>
{
    public void Configure(EntityTypeBuilder<NotificationPreferences> builder)
    {
        builder.ToTable("notification_preferences", table =>
        {
            table.HasCheckConstraint("ck_notification_preferences_digest", "digest IN ('off', 'daily', 'weekly')");
            table.HasCheckConstraint("ck_notification_preferences_quiet", "(quiet_from IS NULL) = (quiet_to IS NULL) AND (quiet_from IS NULL OR quiet_from <> quiet_to)");
        });
        builder.Property(p => p.Id).HasColumnName("user_id").ValueGeneratedNever();
        builder.Property(p => p.Timezone).HasMaxLength(60);
        builder.Property(p => p.Digest).HasMaxLength(10);
        builder.HasOne<User>().WithOne().HasForeignKey<NotificationPreferences>(p => p.Id).OnDelete(DeleteBehavior.Cascade);
    }
}
