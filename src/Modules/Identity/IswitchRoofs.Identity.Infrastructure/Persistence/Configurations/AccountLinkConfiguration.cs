using IswitchRoofs.Identity.Domain.Accounts;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Infrastructure.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Identity.Infrastructure.Persistence.Configurations;

internal sealed class AccountLinkConfiguration : IEntityTypeConfiguration<AccountLink>
{
    public void Configure(EntityTypeBuilder<AccountLink> builder)
    {
        builder.ToTable("account_links", table =>
        {
            table.HasCheckConstraint("ck_account_links_purpose", "purpose IN ('invite', 'reset')");
            table.HasCheckConstraint("ck_account_links_secret", "length(secret_hash) = 32");
            table.HasCheckConstraint("ck_account_links_expiry", "expires_at > created_at");
        });

        // Making and using one are security events of their own.
        builder.IsNotAudited();
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Purpose).HasMaxLength(10);
        builder.HasOne<User>().WithMany().HasForeignKey(l => l.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(l => l.UserId).HasFilter("closed_at IS NULL").HasDatabaseName("ix_account_links_open");
        builder.HasIndex(l => l.ExpiresAt).HasDatabaseName("ix_account_links_expiry");
    }
}
