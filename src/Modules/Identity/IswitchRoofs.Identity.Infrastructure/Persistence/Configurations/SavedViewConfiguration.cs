using IswitchRoofs.Identity.Domain.SavedViews;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Infrastructure.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Identity.Infrastructure.Persistence.Configurations;

internal sealed class SavedViewConfiguration : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.ToTable("saved_views", table =>
        {
            table.HasCheckConstraint("ck_saved_views_list", "list IN ('leads')");
            table.HasCheckConstraint("ck_saved_views_name", "length(name) BETWEEN 1 AND 60");
            table.HasCheckConstraint("ck_saved_views_query", "length(query) <= 4000");
            table.HasCheckConstraint("ck_saved_views_columns", "cardinality(columns) <= 6");
        });
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.List).HasMaxLength(20);
        builder.Property(v => v.Name).HasMaxLength(SavedView.LongestName);

        // Users are disabled, never deleted: what they shared stays.
        builder.HasOne<User>().WithMany().HasForeignKey(v => v.OwnerId).OnDelete(DeleteBehavior.Restrict);
        builder.Property<string>("NameKey").HasComputedColumnSql("lower(name)", stored: true).IsHiddenFromAudit();
        builder.HasIndex("OwnerId", "List", "NameKey").IsUnique().HasFilter("deleted_at IS NULL").HasDatabaseName("ux_saved_views_name");
        builder.HasIndex(v => v.List).HasFilter("shared AND deleted_at IS NULL").HasDatabaseName("ix_saved_views_shared");
    }
}
