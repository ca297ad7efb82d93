using IswitchRoofs.Analytics.Domain.Rebuilds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Analytics.Infrastructure.Persistence.Configurations;

internal sealed class RebuildConfiguration : IEntityTypeConfiguration<Rebuild>
{
    public void Configure(EntityTypeBuilder<Rebuild> builder)
    {
        builder.ToTable("rebuilds", table =>
            table.HasCheckConstraint("ck_rebuilds_status", "status IN ('requested', 'running', 'done', 'failed')"));
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Status).HasMaxLength(20);
        builder.Property(r => r.Failure).HasMaxLength(2_000);
    }
}
