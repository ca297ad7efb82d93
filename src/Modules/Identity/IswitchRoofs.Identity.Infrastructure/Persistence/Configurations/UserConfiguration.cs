using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Infrastructure.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Identity.Infrastructure.Persistence.Configurations;

internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.ToTable("users", table =>
        {
            table.HasCheckConstraint("ck_users_role", "role IN ('admin', 'manager', 'sales', 'field_tech')");
            table.HasCheckConstraint("ck_users_availability", "availability IN ('available', 'busy', 'in_field', 'off_duty')");
            table.HasCheckConstraint("ck_users_name", "length(name) BETWEEN 1 AND 200");
            table.HasCheckConstraint("ck_users_email", "email = lower(email)");
            table.HasCheckConstraint("ck_users_invited", "NOT (is_active AND invited_at IS NOT NULL)");
        });
        builder.Property(u => u.Id).ValueGeneratedNever();
        builder.Property(u => u.Email).HasMaxLength(255);
        builder.Property(u => u.Name).HasMaxLength(200);
        builder.Property(u => u.Role).HasMaxLength(20);
        builder.Property(u => u.Phone).HasMaxLength(30);
        builder.Property(u => u.Timezone).HasMaxLength(100);
        builder.Property(u => u.Availability).HasMaxLength(20);
        builder.Property(u => u.LastLoginAt).IsHiddenFromAudit();

        // Lower case is checked above, so this is unique without regard to case.
        builder.HasIndex(u => u.Email).IsUnique().HasDatabaseName("ux_users_email");
        builder.HasIndex(u => new { u.CreatedAt, u.Id }).IsDescending(true, true).HasDatabaseName("ix_users_created");
    }
}
