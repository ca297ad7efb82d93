using IswitchRoofs.Identity.Domain.Integrations;
using IswitchRoofs.Identity.Domain.Sessions;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Infrastructure.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Identity.Infrastructure.Persistence.Configurations;

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("sessions", table =>
        {
            table.HasCheckConstraint("ck_sessions_kind", "kind IN ('token', 'browser')");
            table.HasCheckConstraint("ck_sessions_end", "(ended_at IS NULL) = (end_reason IS NULL)");
        });

        // Sign-in and sign-out are security events of their own; each exchange of a token would only be noise.
        builder.IsNotAudited();
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Kind).HasMaxLength(20);
        builder.Property(s => s.EndReason).HasMaxLength(30);
        builder.Property(s => s.Device).HasMaxLength(100);
        builder.Property(s => s.IpAddress).HasMaxLength(45);
        builder.Property(s => s.UserAgent).HasMaxLength(300);
        builder.HasOne<User>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Integration>().WithMany().HasForeignKey(s => s.IntegrationId).OnDelete(DeleteBehavior.SetNull);
        builder.HasIndex(s => s.IntegrationId).HasFilter("integration_id IS NOT NULL").HasDatabaseName("ix_sessions_integration");
        builder.HasIndex(s => new { s.UserId, s.ExpiresAt }).HasDatabaseName("ix_sessions_user");
        builder.HasIndex(s => s.EndedAt).HasFilter("ended_at IS NOT NULL").HasDatabaseName("ix_sessions_ended");
        builder.HasIndex(s => s.ExpiresAt).HasDatabaseName("ix_sessions_expiry");
    }
}
