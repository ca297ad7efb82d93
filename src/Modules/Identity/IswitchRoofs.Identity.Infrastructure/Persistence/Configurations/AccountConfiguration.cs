using IswitchRoofs.Identity.Infrastructure.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Identity.Infrastructure.Persistence.Configurations;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("credentials");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.UserName).HasMaxLength(255);
        builder.Property(a => a.NormalizedUserName).HasMaxLength(255);
        builder.Property(a => a.Email).HasMaxLength(255);
        builder.Property(a => a.NormalizedEmail).HasMaxLength(255);
        builder.Property(a => a.PasswordHash).HasMaxLength(100);
        builder.Property(a => a.SecurityStamp).HasMaxLength(100);
        builder.Property(a => a.ConcurrencyStamp).HasMaxLength(100).IsConcurrencyToken();
        builder.Ignore(a => a.PhoneNumber);
        builder.Ignore(a => a.PhoneNumberConfirmed);
        builder.HasIndex(a => a.NormalizedEmail).IsUnique().HasDatabaseName("ux_credentials_email");
    }
}
