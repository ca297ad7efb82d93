using IswitchRoofs.Identity.Domain.SavedViews;
using IswitchRoofs.Identity.Domain.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Identity.Infrastructure.Persistence.Configurations;

internal sealed class ColumnChoiceConfiguration : IEntityTypeConfiguration<ColumnChoice>
{
    public void Configure(EntityTypeBuilder<ColumnChoice> builder)
    {
        builder.ToTable("column_choices", table =>
        {
            table.HasCheckConstraint("ck_column_choices_list", "list IN ('leads')");
            table.HasCheckConstraint("ck_column_choices_columns", "cardinality(columns) <= 6");
        });
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.List).HasMaxLength(20);
        builder.HasOne<User>().WithMany().HasForeignKey(c => c.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(c => new { c.UserId, c.List }).IsUnique().HasDatabaseName("ux_column_choices_user");
    }
}
